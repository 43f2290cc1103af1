internal import UseCases

/// The outline of a JPEG: its size in pixels, and whether it ends where it says and is followed by nothing foreign.
enum JPEGLayout {
    static func read(_ bytes: MappedBytes) throws(FileFault) -> Sniffed {
        var place = 2
        var size: (width: Int, height: Int)?
        while true {
            guard try bytes.byte(place) == 0xFF else { throw .incomplete }
            let marker = try bytes.byte(place + 1)
            switch marker {
            case 0xFF: place += 1  // fill bytes are allowed before a marker
            case 0xD9:
                guard let size else { throw .incomplete }
                try checkTrailer(bytes, from: place + 2)
                return Sniffed(type: .jpeg, width: size.width, height: size.height)
            case 0x01, 0xD0...0xD7: place += 2
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                size = (try bytes.big(place + 7, 2), try bytes.big(place + 5, 2))
                place = try afterSegment(bytes, place)
            case 0xDA: place = try afterScan(bytes, try afterSegment(bytes, place))
            case _: place = try afterSegment(bytes, place)
            }
        }
    }

    private static func afterSegment(_ bytes: MappedBytes, _ place: Int) throws(FileFault) -> Int {
        let length = try bytes.big(place + 2, 2)
        guard length >= 2 else { throw .incomplete }
        return place + 2 + length
    }

    /// Picture data runs up to the next marker that is neither a stuffed byte nor a restart.
    private static func afterScan(_ bytes: MappedBytes, _ start: Int) throws(FileFault) -> Int {
        var place = start
        while true {
            if try bytes.byte(place) == 0xFF {
                let next = try bytes.byte(place + 1)
                if next != 0x00, !(0xD0...0xD7).contains(next), next != 0xFF { return place }
            }
            place += 1
        }
    }

    /// Phones append to their photos: a second JPEG, a short film, a maker's block that ends with SEFT, padding.
    /// Copies that are served have none of it. Anything else does not belong there.
    private static func checkTrailer(_ bytes: MappedBytes, from place: Int) throws(FileFault) {
        let isKnown =
            place == bytes.count || bytes.has([0xFF, 0xD8, 0xFF], at: place)
            || bytes.has(Array("ftyp".utf8), at: place + 4) || bytes.has(Array("SEFT".utf8), at: bytes.count - 4)
        if isKnown { return }
        for index in place..<bytes.count where try bytes.byte(index) != 0 { throw .polyglot }
    }
}
