"""Each person's day in the browser, with scripts and without, on a phone and at a desk."""

import datetime
import os
import unittest

from browser import DESK, PHONE, Browser
from town import town


def waiting(login, state):
    """The projects that wait for this person in this state, nearest due day first."""
    items = [item.get("project", item) for item in town().program(login).get("/api/v1/queue")["items"]]
    return [item["id"] for item in items if item["state"] == state]


def under_way():
    """A project that is being built, and its secretary."""
    for number in range(1, 16):
        if projects := waiting(f"secretary{number}", "inExecution"):
            return f"secretary{number}", projects[0]
    raise AssertionError("nothing is being built in the demo town")


def bring(title, state):
    """A project of the first village, brought by programs to where a person's work in the browser begins."""
    secretary = town().program("secretary1")
    unit = next(u["id"] for u in secretary.get("/api/v1/units")["items"] if u["name"] == "云岭村")
    project = secretary.ask(
        "POST", "/api/v1/projects", {"unit": unit, "application": application(title)},
        {"Idempotency-Key": os.urandom(12).hex()})["id"]
    steps = [
        ("submitted", "secretary1", "submit", {}), ("inReview", "clerk", "admit", {}),
        ("inApproval", "officer1", "verify", {
            "visitedOn": datetime.date.today().isoformat(), "recommended": True, "opinion": "确需"}),
    ]
    for reached, login, command, body in steps:
        town().program(login).command(project, command, body)
        if reached == state:
            return project
    raise AssertionError(state)


class Day:
    """Run once with scripts and once without: the pages must work either way."""

    scripts = True

    def browser(self, login, size):
        browser = Browser(town().url, size, scripts=self.scripts)
        self.addCleanup(browser.driver.quit)
        return browser.sign_in(login)

    def state(self, project):
        return town().program("clerk").get(f"/api/v1/projects/{project}")["state"]

    def title(self, what):
        return f"{what}{'有' if self.scripts else '无'}脚本{os.urandom(3).hex()}"

    def test_a_secretary_applies_from_a_phone(self):
        phone = self.browser("secretary1", PHONE)
        self.assertIn("现在要办", phone.text)
        phone.go("/projects/new")
        title = self.title("东头路灯")
        phone.write("title", title)
        phone.one("[name=category] option:nth-of-type(2)").click()
        phone.write("need", "夜里看不见路，老人摔过跤")
        phone.write("place", "三组塘边")
        rows = phone.all("[data-rows] .lines")
        self.assertGreaterEqual(len(rows), 6)
        phone.write("quantities.what", "太阳能路灯")
        phone.write("quantities.count", "１２")
        phone.write("quantities.unit", "盏")
        phone.write("budget.what", "灯杆及安装")
        phone.write("budget.amount", "错")
        phone.press("form[action='/projects'] > button")
        # What is wrong is named, beside its field, and nothing is lost.
        phone.wait(lambda: "有1处要改" in phone.text)
        self.assertEqual(phone.one("[name=title]").get_attribute("value"), title)
        self.assertEqual(phone.one("[name='quantities.count']").get_attribute("value"), "１２")
        self.assertTrue(phone.one(".alert a").get_attribute("href").endswith("#draft-budget"))
        phone.write("budget.amount", "１．２")
        phone.write("requested", "1.2万元")
        phone.press("form[action='/projects'] > button")
        phone.done("draft")
        self.assertLessEqual(phone.overflow(), 0)
        found = town().program("secretary1").titled(title)
        self.assertEqual(len(found), 1)
        self.assertEqual(found[0]["requestedFen"], 1_200_000)
        self.submit(phone, found[0]["id"])

    def submit(self, phone, project):
        """Gives what the page says is missing, and submits."""
        missing = [link.get_attribute("href").split("#edit-")[1] for link in phone.all(".missing a")]
        if missing:
            form = phone.open("edit")
            if "documents" in missing:
                phone.write("documents", "村民代表会议记录 十一月\n预算表 一份\n施工前照片 塘边", form)
            if "channel" in missing:
                phone.write("channel", "走访", form)
            phone.press(f"{form} > button")
            phone.done("edit")
        self.assertEqual(phone.all(".missing a"), [])
        phone.press(f"{phone.open('submit')} > button")
        phone.done("submit")
        self.assertEqual(self.state(project), "submitted")

    def test_a_secretary_reports_progress_and_asks_for_inspection(self):
        login, project = under_way()
        phone = self.browser(login, PHONE)
        phone.go(f"/projects/{project}")
        form = phone.open("reportProgress")
        phone.write("milestone", "halfBuilt", form)
        phone.write("words", "路基做完，下周铺面", form)
        phone.press(f"{form} > button")
        phone.done("reportProgress")
        self.assertIn("路基做完，下周铺面", phone.text)

    def test_a_guidance_officer_visits_a_site(self):
        project = bring(self.title("桥"), "inReview")
        phone = self.browser("officer1", PHONE)
        self.assertIn("我的片区", phone.text)
        phone.go(f"/projects/{project}")
        form = phone.open("verify")
        phone.press(f"{form} [name=recommended][value=yes]")
        phone.write("opinion", "现场看过，确实难走", form)
        phone.press(f"{form} > button")
        phone.done("verify")
        self.assertEqual(self.state(project), "inApproval")
        phone.go("/week")
        self.assertLessEqual(phone.overflow(), 0)

    def test_a_clerk_clears_the_queue(self):
        project = bring(self.title("井"), "submitted")
        desk = self.browser("clerk", DESK)
        self.assertTrue(desk.path.startswith("/queue"))
        lefts = town().program("clerk").get("/api/v1/queue")["items"]
        self.assertEqual(len(desk.all(".rows .row")), len(lefts))
        desk.go(f"/projects/{project}")
        desk.press(f"{desk.open('admit')} > button")
        desk.done("admit")
        self.assertEqual(self.state(project), "inReview")

    def test_a_clerk_admits_several_at_once(self):
        ids = [bring(self.title(f"批量{number}"), "submitted") for number in range(2)]
        desk = self.browser("clerk", DESK)
        desk.one("form[action='/queue/admit']").find_element("xpath", "..").find_element(
            "tag name", "summary").click()
        for project in ids:
            desk.press(f"form[action='/queue/admit'] [value^='{project}/']")
        # One of them is withdrawn meanwhile: the other is admitted all the same, and both are answered for.
        town().program("secretary1").command(ids[1], "withdraw", {"reason": "先不办了"})
        desk.press("form[action='/queue/admit'] > button")
        desk.wait(lambda: "2项中办成1项" in desk.text)
        self.assertEqual([self.state(project) for project in ids], ["inReview", "withdrawn"])

    def test_a_director_awards_with_the_balance_in_sight(self):
        project = bring(self.title("堤"), "inApproval")
        desk = self.browser("director", DESK)
        desk.go(f"/projects/{project}")
        form = desk.open("award")
        self.assertIn("可用余额", desk.one(f"{form} [data-free]").text)
        if self.scripts:
            self.see_the_balance_move(desk, form)
        desk.write("amount", "99999", form)
        if self.scripts:
            desk.wait(lambda: "批复会被拒绝" in desk.text)
        desk.press(f"{form} > button")
        # Refused with the reason beside the form and the sum still in it.
        desk.wait(lambda: desk.all(f"{form} .alert"))
        self.assertEqual(desk.one(f"{form} [name=amount]").get_attribute("value"), "99999")
        desk.write("amount", "1", form)
        desk.press(f"{form} > button")
        desk.done("award")
        self.assertIn(self.state(project), ("onNotice", "inExecution"))

    def see_the_balance_move(self, desk, form):
        """Somebody else awards meanwhile: what the page says is free follows without being loaded again."""
        before = desk.one(f"{form} [data-free]").text
        other = bring(self.title("渠"), "inApproval")
        town().program("director").command(other, "award", {"amountFen": 20_000})
        # As when the director comes back to this page from another; left alone, it asks every 15 seconds.
        desk.driver.execute_script("document.dispatchEvent(new Event('visibilitychange'))")
        desk.wait(lambda: desk.one(f"{form} [data-free]").text != before)

    def test_finance_pays_an_advance(self):
        _, project = under_way()
        before = town().program("finance").get(f"/api/v1/projects/{project}")["disbursedFen"]
        desk = self.browser("finance", DESK)
        desk.go(f"/projects/{project}")
        form = desk.open("disburse")
        desk.write("amount", "０．０００１", form)
        desk.write("payee", "三组施工队", form)
        desk.write("accountName", "三组施工队", form)
        desk.write("voucher", os.urandom(4).hex(), form)
        desk.press(f"{form} > button")
        desk.done("disburse")
        after = town().program("finance").get(f"/api/v1/projects/{project}")["disbursedFen"]
        self.assertEqual(after - before, 100)

    def test_a_leader_finds_the_reds_first(self):
        for size in (DESK, PHONE):
            leader = self.browser("leader", size)
            leader.go("/overview")
            chart = town().program("leader").get("/api/v1/chart")
            reds = [p for p in chart["projects"] if p["light"] == "red"]
            shown = [row.get_attribute("href").split("/")[-1] for row in leader.all("#main section:first-of-type .row")]
            self.assertEqual(set(shown[:len(reds)]), {p["id"] for p in reds})
            leader.press(".table tbody tr:first-child a")
            leader.wait(lambda: "overview?unit=" in leader.path)
            self.assertTrue(leader.all("#chosen"))

    def test_an_auditor_sees_everything_and_may_do_nothing(self):
        desk = self.browser("auditor", DESK)
        desk.go("/projects?view=all")
        desk.press(".rows .row")
        desk.wait(lambda: "/projects/" in desk.path)
        self.assertEqual(desk.all("form[action*='/commands/']"), [])

    def test_english_for_whoever_wants_it(self):
        desk = self.browser("leader", DESK)
        desk.press("footer [hreflang=en]")
        desk.wait(lambda: "Overview" in desk.text)
        desk.press("footer [hreflang='zh-CN']")
        desk.wait(lambda: "总览" in desk.text)


def application(title):
    """A whole application, as a program sends it."""
    return {
        "title": title, "category": "人居环境", "need": "路坏了", "channel": "走访", "place": "一组",
        "quantities": [{"what": "路面", "count": 80, "unit": "米"}],
        "budget": [{"what": "混凝土", "amountFen": 1_000_000}], "requestedFen": 1_000_000,
        "documents": [
            {"kind": "minutes", "name": "会议记录"}, {"kind": "budgetSheet", "name": "预算"},
            {"kind": "beforePhoto", "name": "照片"}],
    }


class WithScripts(Day, unittest.TestCase):
    scripts = True


class WithoutScripts(Day, unittest.TestCase):
    scripts = False


if __name__ == "__main__":
    unittest.main()
