package booth.local.browser;

/** How much of the page moved without being asked to: the cumulative layout shift. */
record Shifts(Browser browser) {
    static Shifts observe(Browser browser) {
        browser.driver().executeScript("""
                        window.shifts = 0;
                        new PerformanceObserver(list => {
                            for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
                        }).observe({ type: 'layout-shift' });
                        """);
        return new Shifts(browser);
    }

    double sum() {
        return ((Number) browser.value("window.shifts")).doubleValue();
    }
}
