extension String {
    /// Nothing but spaces, half or full width.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
