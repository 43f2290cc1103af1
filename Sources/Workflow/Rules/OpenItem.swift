/// Only a blocker, consultation or dispatch that is still open can be dealt with, by its number.
///
/// Refusal: `itemUnknown`. SQL: none.
public enum OpenItem {
    public static func check<Record>(
        _ number: Int, _ field: String, _ records: [Record], isOpen: (Record) -> Bool
    ) throws(Refusal) {
        guard let record = records.numbered(number), isOpen(record) else {
            throw .itemUnknown(field: field, number: number)
        }
    }
}
