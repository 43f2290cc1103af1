"""The chart as people have it before them: current by itself, on a whole screen, on paper, and on the town's map."""

import base64
import os
import struct
import subprocess
import time
import unittest
import urllib.request
import zlib

from browser import DESK, PHONE, Browser
from town import town


def picture(path, width=320, height=200):
    """A plain PNG of one green, as a base for the map."""

    def part(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xdd\xe8\xcc" * width) * height
    with open(path, "wb") as file:
        file.write(
            b"\x89PNG\r\n\x1a\n" + part(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b""))


class ChartPage(unittest.TestCase):
    def lights(self, browser):
        """The counts above the chart, red first."""
        return [int(tile.text) for tile in browser.all(".tiles .big")]

    def stays(self, browser):
        """Whether the page is still the one that was marked."""
        return browser.driver.execute_script("return window.marked === true")

    def test_a_light_turns_without_reload(self):
        clerk = town().program("clerk")
        # Green becomes yellow with its first blocker.
        rows = clerk.get("/api/v1/projects?limit=100&light=green")["items"]
        project = next(row for row in rows if row["state"] in ("inExecution", "inReview", "inApproval"))
        with Browser(town().url, DESK) as browser:
            browser.sign_in("leader").go("/chart")
            before = self.lights(browser)
            drawing = browser.one("[data-live] img").get_attribute("src")
            browser.driver.execute_script("window.marked = true")
            # The stream opens with the page; what happens before it is open is fetched a minute later.
            time.sleep(2)
            clerk.command(project["id"], "raiseBlocker", {
                "kind": "utility", "words": "等待供电所停电施工", "mustAct": "director"})
            began = time.monotonic()
            browser.wait(lambda: self.lights(browser) != before)
            took = time.monotonic() - began
            after = self.lights(browser)
            self.assertEqual((after[1], after[2]), (before[1] + 1, before[2] - 1))
            self.assertEqual(sum(after), sum(before))
            self.assertTrue(self.stays(browser), "the page was loaded anew")
            self.assertNotEqual(browser.one("[data-live] img").get_attribute("src"), drawing)
            # The fresh drawing is there, and its words are those of now.
            self.assertGreater(
                browser.driver.execute_script("return document.querySelector('[data-live] img').naturalWidth"), 0)
            self.assertIn("等待供电所停电施工", browser.text)
            self.assertEqual(browser.complaints(), [])
            print(f"chart: a light turned on the page {took:.1f} s after the command")

    def test_the_page_says_how_old_it_is(self):
        with Browser(town().url, PHONE) as browser:
            browser.sign_in("officer1").go("/chart")
            age = browser.one("[data-as-of]")
            self.assertTrue(age.text, "no age is shown")
            # As if the network had been away for seven minutes.
            browser.driver.execute_script(
                "const e = document.querySelector('[data-as-of]'); e.dataset.asOf = Date.now() / 1000 - 430")
            browser.wait(lambda: "7" in age.text, 20)
            self.assertIn("stale", age.get_attribute("class"))

    def test_the_wall_turns_its_sheets_over_the_whole_screen(self):
        with Browser(town().url, (1920, 1080)) as browser:
            browser.sign_in("leader").go("/chart/wall?seconds=5")
            browser.driver.execute_script("window.marked = true")
            seen = []

            def look():
                source = browser.one("[data-wall] img").get_attribute("src")
                name = source.split("drawing=")[1].split("&")[0]
                if name not in seen:
                    seen.append(name)
                # Never a white screen between two sheets.
                self.assertTrue(
                    browser.driver.execute_script("return document.querySelector('[data-wall] img').complete"))
                return len(seen) >= 3

            browser.wait(look, 60)
            self.assertEqual(seen[:3], ["progress", "stages", "money"])
            self.assertTrue(self.stays(browser), "the wall was loaded anew")
            box = browser.one("[data-wall] img").rect
            self.assertGreater(box["width"] * box["height"], 0.7 * 1920 * 1080, "the sheet leaves the screen empty")
            self.assertLessEqual(browser.overflow(), 0)
            self.assertTrue(browser.one("[data-as-of]").text)
            browser.press("[data-wall] button")
            browser.wait(lambda: browser.driver.execute_script("return !!document.fullscreenElement"))
            self.assertFalse(browser.one("[data-wall] button").is_displayed())

    def test_the_wall_turns_without_scripts(self):
        with Browser(town().url, DESK, scripts=False) as browser:
            browser.sign_in("leader").go("/chart/wall?seconds=5")
            # The browser itself goes on to the next sheet; its address says which.
            first = browser.path
            browser.wait(lambda: browser.path != first and "drawing=stages" in browser.path, 60)
            self.assertTrue(browser.all("[data-wall] img"))

    def test_an_edition_is_printed_and_its_paper_opens(self):
        with Browser(town().url, PHONE) as browser:
            browser.sign_in("clerk").go("/chart")
            browser.press("form[action='/chart/editions'] button")
            browser.wait(lambda: "printed=" in browser.path)
            self.assertLessEqual(browser.overflow(), 0)
            link = browser.one("#editions li a").get_attribute("href")
            cookies = "; ".join(f"{c['name']}={c['value']}" for c in browser.driver.get_cookies())
        request = urllib.request.Request(link, headers={"Cookie": cookies})
        with urllib.request.urlopen(request, timeout=60) as answer:
            self.assertEqual(answer.headers["Content-Type"], "application/pdf")
            words = subprocess.run(
                ["pdftotext", "-raw", "-", "-"], input=answer.read(), stdout=subprocess.PIPE, check=True
            ).stdout.decode()
        self.assertRegex(words, r"第 \d+ 版")
        # Who only works on projects does not void what hangs on the wall.
        with Browser(town().url, PHONE) as browser:
            browser.sign_in("secretary1").go("/chart")
            self.assertEqual(browser.all("form[action='/chart/editions']"), [])

    def test_printing_the_page_gives_the_sheet(self):
        with Browser(town().url, DESK) as browser:
            browser.sign_in("leader").go("/chart")
            printed = browser.cdp("Page.printToPDF", {"preferCSSPageSize": True, "landscape": True})
        paper = base64.b64decode(printed["data"])
        words = subprocess.run(
            ["pdftotext", "-raw", "-", "-"], input=paper, stdout=subprocess.PIPE, check=True).stdout.decode()
        self.assertIn("挂图作战图", words)
        # What is there to be pressed has no place on paper.
        for button in ("大屏轮播", "放大查看", "印制新一版"):
            self.assertNotIn(button, words)

    def test_the_map_is_a_drawing_of_the_town_that_has_one(self):
        folder = town().folder
        base = os.path.join(folder, "map.png")
        picture(base)
        units = town().program("clerk").get("/api/v1/units")["items"]
        places = os.path.join(folder, "map.csv")
        with open(places, "w", encoding="utf-8") as file:
            file.write("unit,x,y\n")
            for index, unit in enumerate(units):
                file.write(f"{unit['name']},{100 + index % 4 * 250},{120 + index // 4 * 220}\n")
        subprocess.run(
            [os.environ["LIBAN"], "admin", "map", "--picture", base, "--positions", places, "--data-dir",
             os.path.join(folder, "data")], check=True, stdout=subprocess.DEVNULL, timeout=60)
        with Browser(town().url, DESK) as browser:
            browser.sign_in("officer1").go("/chart?drawing=map")
            self.assertGreater(
                browser.driver.execute_script("return document.querySelector('[data-live] img').naturalWidth"), 0)
            browser.go("/chart/drawing.svg?drawing=map")
            shown = browser.driver.page_source
            self.assertIn("项目分布图", shown)
            self.assertIn("data:image/png;base64", shown)
            self.assertNotIn("图上未标", shown)


if __name__ == "__main__":
    unittest.main()
