// liban-photos INPUT SCREEN THUMB: re-encodes one photo, in a process of its own under limits it sets on itself.
//
// Writes the two served copies and prints its difference hash. The server starts it for each photo: what a
// manipulated file does to the decoder, it does to a process that holds no key, no connection and no other file.
import CVips
import Glibc

/// The sizes served: a screen in full, and a picture in a list. 1600 pixels show a whole A4 form legibly.
let screenSide: Int32 = 1600
let thumbSide: Int32 = 320

func fail(_ reason: String) -> Never {
    let line = Array("liban-photos: \(reason): \(String(cString: vips_error_buffer()))\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    exit(1)
}

guard CommandLine.arguments.count == 4 else { fail("usage: liban-photos INPUT SCREEN THUMB") }
let (input, screen, thumb) = (CommandLine.arguments[1], CommandLine.arguments[2], CommandLine.arguments[3])

// 1 GiB: a progressive JPEG of the 50 megapixels allowed keeps 300 MB of coefficients, the libraries map 400 MB.
// 20 s of work: the largest takes three on a slow core. 16 MiB written: a screen copy has at most two.
_ = liban_limit(Int32(RLIMIT_AS.rawValue), 1 << 30)
_ = liban_limit(Int32(RLIMIT_CPU.rawValue), 20)
_ = liban_limit(Int32(RLIMIT_FSIZE.rawValue), 16 << 20)
_ = liban_limit(Int32(RLIMIT_CORE.rawValue), 0)
_ = liban_limit(Int32(RLIMIT_NOFILE.rawValue), 64)

guard liban_vips_start() == 0 else { fail("libvips does not start") }

func copy(_ side: Int32, to path: String, quality: Int32) {
    guard let image = liban_vips_scaled(input, side) else { fail("cannot be decoded") }
    guard liban_vips_save(image, path, quality) == 0 else { fail("cannot be written") }
    g_object_unref(image)
}

copy(screenSide, to: screen, quality: 80)
copy(thumbSide, to: thumb, quality: 72)

// The difference hash is taken of the copy, so that the same picture sent again through a chat compares equal.
var pixels = [UInt8](repeating: 0, count: 72)
guard liban_vips_tiny(screen, &pixels) == 0 else { fail("cannot be compared") }
var hash: UInt64 = 0
for row in 0..<8 {
    for column in 0..<8 {
        hash = hash << 1 | (pixels[row * 9 + column] < pixels[row * 9 + column + 1] ? 1 : 0)
    }
}
let digits = String(hash, radix: 16)
print(String(repeating: "0", count: 16 - digits.count) + digits)
