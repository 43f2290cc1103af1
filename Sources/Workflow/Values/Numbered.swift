extension Array {
    /// The element with this number, counted from 1 as people count; nil for any other number, however large or small.
    func numbered(_ number: Int) -> Element? {
        number >= 1 && number <= count ? self[number - 1] : nil
    }
}
