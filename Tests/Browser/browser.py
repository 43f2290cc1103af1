"""Chromium as people have it: a phone or a desk, with scripts or without, on a good network or a bad one."""

import json
import os
import time

from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from town import PASSWORD

PHONE = (375, 812)
DESK = (1440, 900)

# A weak 3G: what a village at the edge of a cell has. Round trip in milliseconds, bytes in a second.
LATENCY, DOWN, UP = 300, 700_000 // 8, 250_000 // 8


class Browser:
    def __init__(self, url, size=PHONE, scripts=True, language=None):
        self.url, self.size = url, size
        options = Options()
        for argument in (
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
            "--force-color-profile=srgb",
        ):
            options.add_argument(argument)
        language = language or os.environ.get("LIBAN_LANGUAGE", "zh")
        options.add_argument("--lang=" + ("zh-CN" if language == "zh" else "en-GB"))
        options.add_experimental_option(
            "prefs", {"intl.accept_languages": "zh-CN,zh" if language == "zh" else "en-GB,en"})
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        service = Service(executable_path=os.environ.get("CHROMEDRIVER", "/usr/bin/chromedriver"))
        self.driver = webdriver.Chrome(options=options, service=service)
        self.driver.set_page_load_timeout(60)
        self.driver.set_script_timeout(60)
        self.cdp("Emulation.setDeviceMetricsOverride", {
            "width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size == PHONE})
        if size == PHONE:
            self.cdp("Emulation.setTouchEmulationEnabled", {"enabled": True})
        if not scripts:
            self.cdp("Emulation.setScriptExecutionDisabled", {"value": True})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def cdp(self, command, arguments=None):
        return self.driver.execute_cdp_cmd(command, arguments or {})

    def weak(self, offline=False):
        """The network from now on."""
        self.cdp("Network.enable")
        self.cdp("Network.emulateNetworkConditions", {
            "offline": offline, "latency": LATENCY, "downloadThroughput": DOWN, "uploadThroughput": UP})

    def go(self, path):
        self.driver.get(self.url + path)
        return self

    def sign_in(self, login):
        self.go("/sign-in")
        self.write("login", login)
        self.write("password", PASSWORD)
        self.press("form[action='/sign-in'] button")
        self.wait(lambda: "/sign-in" not in self.path)
        return self

    @property
    def path(self):
        return self.driver.current_url.removeprefix(self.url)

    @property
    def text(self):
        return self.driver.find_element(By.TAG_NAME, "body").text

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        found = self.all(selector)
        assert found, f"{self.path} has no {selector}"
        return found[0]

    def write(self, name, text, within=""):
        control = self.one(f"{within} [name='{name}']")
        if control.tag_name == "select":
            for option in control.find_elements(By.TAG_NAME, "option"):
                if text in (option.get_attribute("value"), option.text):
                    option.click()
                    return
            raise AssertionError(f"{name} does not offer {text}")
        control.clear()
        control.send_keys(text)

    def press(self, selector):
        """Presses what a finger could reach, and waits for the page that follows a form."""
        control = self.one(selector)
        self.cdp("DOM.enable")
        # Not under the bar at a phone's foot.
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", control)
        control.click()

    def open(self, command):
        """Opens a command's form on a project's page."""
        form = self.one(f"form[action$='/commands/{command}']")
        details = form.find_element(By.XPATH, "..")
        if details.get_attribute("open") is None:
            summary = details.find_element(By.TAG_NAME, "summary")
            self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", summary)
            summary.click()
        return f"form[action$='/commands/{command}']"

    def wait(self, condition, seconds=30):
        # What is looked at may belong to a page that is just leaving.
        WebDriverWait(
            self.driver, seconds, poll_frequency=0.1,
            ignored_exceptions=(NoSuchElementException, StaleElementReferenceException)).until(lambda _: condition())

    def done(self, command):
        """Waits until the page says that the command was carried out."""
        self.wait(lambda: f"done={command}" in self.path)

    def overflow(self):
        """Pixels by which the page is wider than its window: a phone must never scroll sideways."""
        return self.driver.execute_script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def bytes(self):
        """Bytes over the wire since this was asked last."""
        total = 0
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.loadingFinished":
                total += int(message["params"]["encodedDataLength"])
        return total

    def first_render(self):
        """Milliseconds from asking for the page to its first content."""
        for _ in range(50):
            paint = self.driver.execute_script(
                "return performance.getEntriesByName('first-contentful-paint').map(e => e.startTime)[0] || null")
            if paint:
                return round(paint)
            time.sleep(0.1)
        raise AssertionError(f"{self.path} was never painted")

    def complaints(self):
        """What the browser's console complains about: blocked scripts, broken integrity, failed loads."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]

    def shot(self, path):
        height = self.driver.execute_script("return document.documentElement.scrollHeight")
        self.cdp("Emulation.setDeviceMetricsOverride", {
            "width": self.size[0], "height": min(height, 4000), "deviceScaleFactor": 1,
            "mobile": self.size == PHONE})
        self.driver.save_screenshot(path)
        self.cdp("Emulation.setDeviceMetricsOverride", {
            "width": self.size[0], "height": self.size[1], "deviceScaleFactor": 1, "mobile": self.size == PHONE})
