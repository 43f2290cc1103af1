/// What browsers send from a form.
enum Form {
    static let mediaType = "application/x-www-form-urlencoded"
}
