/// Only a blocker, consultation or dispatch that is still open can be dealt with, by its number.
///
/// Refusal: `itemUnknown`. SQL: none.
public enum OpenItem {
    public static func check<Record>(
        _ number: Int, _ field: String, _ records: [Record], isOpen: (Record) -> Bool
    ) throws(Refusal) {
        guard records.indices.contains(number - 1), isOpen(records[number - 1]) else {
            throw .itemUnknown(field: field, number: number)
        }
    }
}
