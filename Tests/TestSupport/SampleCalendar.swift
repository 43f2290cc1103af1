internal import Workflow

/// The days of 2026 that differ from Monday to Friday, after the State Council's notice.
enum SampleCalendar {
    static let days: [WorkingCalendar.Exception] = table.split(separator: "\n").compactMap { line in
        let fields = line.split(separator: " ")
        return CivilDate(fields[0]).map {
            WorkingCalendar.Exception(date: $0, isWorking: fields[1] == "workday", name: String(fields[2]))
        }
    }

    private static let table = """
        2026-01-01 holiday 元旦
        2026-01-02 holiday 元旦
        2026-01-04 workday 元旦
        2026-02-14 workday 春节
        2026-02-16 holiday 春节
        2026-02-17 holiday 春节
        2026-02-18 holiday 春节
        2026-02-19 holiday 春节
        2026-02-20 holiday 春节
        2026-02-23 holiday 春节
        2026-02-28 workday 春节
        2026-04-06 holiday 清明节
        2026-05-01 holiday 劳动节
        2026-05-04 holiday 劳动节
        2026-05-05 holiday 劳动节
        2026-05-09 workday 劳动节
        2026-06-19 holiday 端午节
        2026-09-20 workday 国庆节
        2026-09-25 holiday 中秋节
        2026-10-01 holiday 国庆节
        2026-10-02 holiday 国庆节
        2026-10-05 holiday 国庆节
        2026-10-06 holiday 国庆节
        2026-10-07 holiday 国庆节
        2026-10-10 workday 国庆节
        """
}
