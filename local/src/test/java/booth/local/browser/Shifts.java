package booth.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** How much of the page moved without being asked to: the cumulative layout shift, and what it was that moved. */
record Shifts(Browser browser) {
    /** Nobody sees so little: https://web.dev/articles/cls calls ten times as much good. */
    private static final double UNSEEN = 0.01;

    /** From now on; what the page has just changed is drawn first. */
    static Shifts observe(Browser browser) {
        browser.driver().executeAsyncScript("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
        return observe(browser, false);
    }

    /** From its first view on. */
    static Shifts sinceOpened(Browser browser) {
        return observe(browser, true);
    }

    private static Shifts observe(Browser browser, boolean buffered) {
        browser.driver().executeScript("""
                        window.shifts = [];
                        const place = box => [box.x, box.y, box.width, box.height].map(Math.round).join(' ');
                        const name = node => node?.nodeType === 1
                            ? [node.localName, ...node.classList].join('.') + (node.id && `#${node.id}`)
                            : node ? `'${node.textContent.trim()}' in ${name(node.parentNode)}` : 'what is gone';
                        new PerformanceObserver(list => {
                            for (const { value, sources, startTime, hadRecentInput } of list.getEntries())
                                if (!hadRecentInput) window.shifts.push({
                                    value,
                                    names: sources.map(source => name(source.node)),
                                    story: `${value.toFixed(4)} after ${Math.round(startTime)} ms: ` + sources
                                        .map(one => `${name(one.node)} ${place(one.previousRect)} → ${place(one.currentRect)}`)
                                        .join(', '),
                                });
                        }).observe({ type: 'layout-shift', buffered: arguments[0] });
                        """, buffered);
        return new Shifts(browser);
    }

    void assertNothingMoved() {
        assertThat(sum()).as("nothing moved, but %s", stories()).isLessThan(UNSEEN);
    }

    /** @param element as {@code span.status} */
    void assertNothingMovedBut(String element) {
        assertThat((List<?>) browser.value("window.shifts.flatMap(shift => shift.names)"))
                .as("what moved: %s", stories())
                .allMatch(element::equals);
    }

    private double sum() {
        return ((Number) browser.value("window.shifts.reduce((sum, shift) => sum + shift.value, 0)")).doubleValue();
    }

    private List<?> stories() {
        return (List<?>) browser.value("window.shifts.map(shift => shift.story)");
    }
}
