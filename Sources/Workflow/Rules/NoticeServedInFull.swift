/// Works begin only after the notice has run to the end of its last day.
///
/// Refusal: `noticeRunning`. SQL: none.
public enum NoticeServedInFull {
    public static func check(_ project: Project, on day: CivilDate) throws(Refusal) {
        guard let notice = project.notice else { return }
        guard day > notice.endsOn else { throw .noticeRunning(until: notice.endsOn) }
    }
}
