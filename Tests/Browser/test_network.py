"""A weak and broken network: what was written is never lost, and nothing happens twice."""

import os
import tempfile
import unittest

from selenium.common.exceptions import WebDriverException

from browser import PHONE, Browser
from pictures import picture
from test_days import under_way
from town import Wire, town


class BrokenNetwork(unittest.TestCase):
    def setUp(self):
        self.wire = Wire(town().url)
        self.title = f"断网{os.urandom(4).hex()}"

    def fill(self, phone):
        phone.go("/projects/new")
        phone.write("title", self.title)
        phone.write("need", "桥面塌了一块")
        phone.write("place", "二组桥头")

    def count(self):
        return len(town().program("secretary1").titled(self.title))

    def press_into_the_void(self, phone):
        """The server acts; its answer never arrives."""
        self.wire.cut = True
        try:
            phone.press("form[action='/projects'] > button")
        except WebDriverException:
            pass
        phone.wait(lambda: self.wire.lost and self.count() == 1)
        self.wire.cut = False

    def test_a_submit_repeated_after_a_cut_gives_one_project(self):
        """With scripts: the draft comes back from the phone with the same key."""
        with Browser(self.wire.url, PHONE) as phone:
            phone.sign_in("secretary1")
            self.fill(phone)
            self.press_into_the_void(phone)
            self.assertEqual(self.count(), 1)
            phone.go("/projects/new")
            phone.wait(lambda: phone.one("[name=title]").get_attribute("value") == self.title)
            phone.press("form[action='/projects'] > button")
            phone.done("draft")
            self.assertEqual(self.count(), 1)
            # The server has it: the phone forgets its copy.
            phone.go("/projects/new")
            self.assertEqual(phone.one("[name=title]").get_attribute("value"), "")

    def test_the_same_without_scripts(self):
        """The browser itself asks to send the form again; its key is the same."""
        with Browser(self.wire.url, PHONE, scripts=False) as phone:
            phone.sign_in("secretary1")
            self.fill(phone)
            self.press_into_the_void(phone)
            self.assertEqual(self.count(), 1)
            phone.driver.refresh()
            phone.wait(lambda: "done=draft" in phone.path or "/projects/" in phone.path)
            self.assertEqual(self.count(), 1)

    def test_a_draft_survives_a_reload(self):
        with Browser(self.wire.url, PHONE) as phone:
            phone.sign_in("secretary1")
            self.fill(phone)
            phone.wait(lambda: "已存在本机" in phone.text)
            phone.driver.refresh()
            phone.wait(lambda: "已恢复本机保存的内容" in phone.text)
            self.assertEqual(phone.one("[name=title]").get_attribute("value"), self.title)
            self.assertEqual(phone.one("[name=place]").get_attribute("value"), "二组桥头")
            self.assertEqual(self.count(), 0)

    def test_a_photo_goes_on_after_a_cut_and_after_a_reload(self):
        login, project = under_way()
        program = town().program(login)
        before = len(program.get(f"/api/v1/projects/{project}/files")["items"])
        with tempfile.NamedTemporaryFile(suffix=".png") as photo, Browser(town().url, PHONE) as phone:
            photo.write(picture(900, 700))
            photo.flush()
            phone.sign_in(login).go(f"/projects/{project}")
            form = phone.open("reportProgress")
            self.assertTrue(phone.one(f"{form} [capture]").is_enabled())
            phone.weak()
            phone.one(f"{form} [name$='.upload'][multiple]").send_keys(photo.name)
            bar = lambda: phone.all(f"{form} progress")
            phone.wait(lambda: bar() and float(bar()[0].get_attribute("value") or 0) > 0)
            phone.weak(offline=True)
            phone.wait(lambda: "网络不通，恢复后自动续传" in phone.text)
            self.assertEqual(len(program.get(f"/api/v1/projects/{project}/files")["items"]), before)
            phone.weak()
            phone.driver.refresh()
            form = phone.open("reportProgress")
            phone.wait(lambda: phone.all(f"{form} [name$='.file'][checked], {form} [name$='.file']"), 60)
            self.assertEqual(len(program.get(f"/api/v1/projects/{project}/files")["items"]), before + 1)

    def test_a_double_tap_gives_one_project(self):
        with Browser(self.wire.url, PHONE) as phone:
            phone.sign_in("secretary1")
            self.fill(phone)
            phone.weak()
            phone.driver.execute_script("""
                const button = document.querySelector("form[action='/projects'] > button");
                button.click(); button.click(); button.click();""")
            phone.done("draft")
            self.assertEqual(self.count(), 1)

    def test_what_is_written_without_a_network_waits_on_the_phone(self):
        with Browser(self.wire.url, PHONE) as phone:
            phone.sign_in("secretary1")
            self.fill(phone)
            phone.wait(lambda: "已存在本机" in phone.text)
            phone.weak(offline=True)
            phone.press("form[action='/projects'] > button")
            phone.wait(lambda: "现在没有网络" in phone.text)
            self.assertEqual(self.count(), 0)
            phone.weak()
            phone.go("/")
            phone.wait(lambda: self.title in phone.text)
            phone.go("/projects/new")
            self.assertEqual(phone.one("[name=title]").get_attribute("value"), self.title)
            phone.press("form[action='/projects'] > button")
            phone.done("draft")
            self.assertEqual(self.count(), 1)


if __name__ == "__main__":
    unittest.main()
