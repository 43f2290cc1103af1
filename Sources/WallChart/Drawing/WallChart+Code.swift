extension WallChart {
    /// A QR code alone, as SVG that needs no style: for an authenticator to read from a page.
    public static func code(_ text: String) -> String? {
        guard let code = QRCode(text) else { return nil }
        // Four light modules around it, as the standard asks.
        let side = code.side + 8
        let path = code.runs.map { "M\($0.x + 4) \($0.y + 4)h\($0.length)v1h-\($0.length)z" }.joined()
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" width="240" height="240">\
            <rect width="\(side)" height="\(side)" fill="#fff"/><path d="\(path)" fill="#000"/></svg>
            """
    }
}
