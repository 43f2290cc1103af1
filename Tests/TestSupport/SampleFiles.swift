internal import Foundation

/// Small real files of every type that is taken, and crafted ones that must not be.
public enum SampleFiles {
    /// 160 × 120 pixels.
    public static let lamp = decoded(lampText)
    /// The same picture made smaller and packed harder, as a chat does it.
    public static let lampAgain = decoded(lampAgainText)
    /// Another picture.
    public static let road = decoded(roadText)
    /// 80 × 60 pixels.
    public static let webp = decoded(webpText)
    public static let pdf = Array(
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
        trailer<</Root 1 0 R>>
        %%EOF

        """.utf8)

    /// The lamp as a phone takes it: turned by EXIF (orientation 6), with a camera's name and a place in Anhui.
    public static let withLocation: [UInt8] = {
        var photo = lamp
        photo.insert(contentsOf: exif, at: 2)
        return photo
    }()

    /// A plain PNG of the size, as small as it gets: every pixel the same grey, rows packed as stored blocks.
    public static func png(_ width: Int, _ height: Int, grey: UInt8 = 128) -> [UInt8] {
        var raw: [UInt8] = []
        for _ in 0..<height { raw += [0] + [UInt8](repeating: grey, count: width) }
        return pngHead(width, height) + chunk("IDAT", deflated(raw)) + chunk("IEND", [])
    }

    /// A PNG that claims a size and has hardly any data: what would fill the memory of whoever believed it.
    public static func pngClaiming(_ width: Int, _ height: Int) -> [UInt8] {
        pngHead(width, height) + chunk("IDAT", deflated([0])) + chunk("IEND", [])
    }

    /// A picture that is a ZIP archive as well: its reader looks at the end.
    public static let photoAndArchive =
        lamp + Array("PK\u{03}\u{04}".utf8) + [UInt8](repeating: 1, count: 40) + Array("PK\u{05}\u{06}".utf8)
        + [UInt8](repeating: 0, count: 18)

    /// A JPEG whose comment is a page with a script.
    public static let photoAndScript: [UInt8] = {
        let script = Array("<script>alert(1)</script>".utf8)
        var photo = lamp
        photo.insert(contentsOf: [0xFF, 0xFE, 0, UInt8(script.count + 2)] + script, at: 2)
        return photo
    }()

    private static func decoded(_ text: String) -> [UInt8] { Array(Data(base64Encoded: text) ?? Data()) }

    private static func pngHead(_ width: Int, _ height: Int) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", big(UInt32(width)) + big(UInt32(height)) + [8, 0, 0, 0, 0])
    }

    private static func big(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    private static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in Array(name.utf8) + body {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return big(UInt32(body.count)) + Array(name.utf8) + body + big(~crc)
    }

    /// zlib with stored blocks only.
    private static func deflated(_ raw: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = [0x78, 0x01]
        var start = 0
        repeat {
            let count = min(65_535, raw.count - start)
            let isLast: UInt8 = start + count == raw.count ? 1 : 0
            let (low, high) = (UInt8(count & 255), UInt8(count >> 8))
            packed += [isLast, low, high, ~low, ~high] + raw[start..<(start + count)]
            start += count
        } while start < raw.count
        var (a, b): (UInt32, UInt32) = (1, 0)
        for byte in raw {
            a = (a + UInt32(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return packed + big(b << 16 | a)
    }

    /// An EXIF segment: make "Liban", orientation 6, GPS 31°49′12″ N 117°13′48″ E.
    private static let exif: [UInt8] = {
        func entry(_ tag: UInt16, _ type: UInt16, _ count: UInt32, _ value: [UInt8]) -> [UInt8] {
            [UInt8(tag >> 8), UInt8(tag & 255), UInt8(type >> 8), UInt8(type & 255)] + big(count) + value
        }
        func degrees(_ parts: [UInt32]) -> [UInt8] { parts.flatMap { big($0) + big(1) } }
        // Offsets count from the byte order mark: head 8, first list 2 + 3 × 12 + 4, second 2 + 4 × 12 + 4.
        let (gps, data) = (UInt32(50), UInt32(104))
        let first =
            [0, 3] + entry(0x010F, 2, 6, big(data)) + entry(0x0112, 3, 1, [0, 6, 0, 0]) + entry(0x8825, 4, 1, big(gps))
            + big(0)
        let second =
            [0, 4] + entry(1, 2, 2, Array("N".utf8) + [0, 0, 0]) + entry(2, 5, 3, big(data + 6))
            + entry(3, 2, 2, Array("E".utf8) + [0, 0, 0]) + entry(4, 5, 3, big(data + 30)) + big(0)
        let tiff =
            Array("MM".utf8) + [0, 42] + big(8) + first + second + Array("Liban".utf8) + [0]
            + degrees([31, 49, 12]) + degrees([117, 13, 48])
        let body = Array("Exif".utf8) + [0, 0] + tiff
        return [0xFF, 0xE1, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 255)] + body
    }()

    private static let lampText = """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5a\
        YVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAAR\
        CAB4AKADASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEG\
        E1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWG\
        h4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEB\
        AQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYk\
        NOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0\
        tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDSikMUQZQCc96sJqs6dEi/EH/GqkatJEFU\
        ZOamSwun+7Fn/gQ/xr1Kk4N+8zs+rU18SLP9t3P/ADzh/I/41G+qzv1SL8j/AI0g0m+PSD/x9f8AGkbS71esP/jy/wCNYc+HX2l94406S2SK\
        8k7SfeC/hVWS3STqT+FXHtZ4/vpj8RVd3WP75xWkatLpJfeddOVRfAY92ginZFJwMdfpTYpMGrkdqup6jJGkuwBN27bnpge3rVseGyD/AMfn\
        /kL/AOvXn4nNaFKThOWvoz1XjaVOKjUetl0ZFazdOa2rWfpzVCPQ2j/5es/9s/8A69XIrFo/+W2f+A//AF68TEZjRn8MvwZ5WKxNOfws1opu\
        OtLJJkVTRWUfez+FOJZuBknsBXlSrpvRnh1ee90ireNkGuevz1robm3uWBxbyn6Ia57U4pYW2yxuhIyAykHFdlCUluRSxLW5z143JrMkkwa0\
        L3qayJjzXs0m2j04Yq6LEUvNadrN05rBR+a0bWTkUVaTaOLFVLo6i1lzjmtOJ8isCzfpW1bnIFeTVoO58tim7lmzk6Vu2knArl7WXBHNbVpN\
        05r1sZWP0rFUkjoI34pJW4qrFLxT3kyK8GpXdzxJyUWULzoa56+71vXbcGufvz1rooV2dmHxKRFok8UOpSNPKka+URl2AGcj1re/tPT/APn+\
        tf8Av8v+NcLeNyay5JMGta2CjiZ87ZvWpwrS52z1pEaSNZI1LowBVlGQQehBp3ky/wDPJ/8Avk1Y0E58P6af+nWL/wBAFX6x/sqH8zPJcrOx\
        keTL/wA8n/75NPhikEyExuAGH8JrUopxyuCafMLmCuP8ZDN/H/1xH8zXYVyfi1c30f8A1xH8zXdWV4nFjZctK/mcJer1rGnXk10V5H1rFuI+\
        TXdhad0RhqraKC9avWp5FVdnNW7ZeRXovD3R1Ti5I3LI9K37QZArAsR0ro7JeBXn1sMeNiaDMq3mwRzWxaT9Oa5aGbB61q2tx05rysS2z9Ax\
        s1Y6uCfgc1YMuRWJbT8Dmryy5HWvFqJ3PksVXsxblsg1hXx61rzNkVj3nQ1th07nPTxdmc9enk1jTtzW1ejrWJcDk19DhoNo9Wliro9s8P8A\
        /Iu6Z/16Rf8AoArQrO8Pf8i5pf8A16Rf+gCtGk9yHuFFFFIArmfEybrxP+uQ/ma6asPXY990p/6Zj+Zp8vNocGZfwPmjj5YUZiHXNQNp9q/3\
        os/8CP8AjV+6XbcOPTH8qhrjnVqQm1GTWvc5abairFP+yrH/AJ4f+PN/jVC9tooLpUhTapQHGSecmtus+/TddKf9gfzNeplFWrVxKjKTas+p\
        6GB5qlXlbHWS8iujsV6VhWa4IrobAdK96vRR3V8IcDHLg9a0bWfkc1hCTBq7bS8jmvmKlBtHVi690dTazdOa1IpMiucs5elbNu+QK82rhnc+\
        RxlXUuucis+6XINXhyKrzpkGqo0LM8yNZ3OcvU61iXMfJrp7uLrxWJdQ8nivo8JRPawtRskg8XeILW3it4L/AGxRIERfJjOFAwBytWofGfiJ\
        j82oZ/7Yx/8AxNYLxc1JCmDXqrBU2vhX3HrKLaOutfFGtSY33uf+2Sf4Vs2utajJjfcZ/wCAL/hXIWS8iuisB0rlrYOC2Rw14VFs3950MN9d\
        uOZc/wDAR/hSzb5zukO4gY6Uy1TIFX1iyK4fZKLPOcastJSbXqcbqa7b+VfTH8hVWtTWLO5bU5mjt5WQ4wyoSDwKoG2uF+9BKPqhrxK1ObqS\
        surOqMHayRFVW5XMwPtVwo69VYfUVBKuWBr1Mjpzji05J7M9jJ6MniVddGLbDBFbtielYkPBrWs3xivqcRax9NWw6see6XAl5q9naylgk86R\
        sV6gMwBx+delp4A0lOlzffi6f/E151oIx4k0z/r7i/8AQxXuFfJZpKdGUVF2uj5eUufc52Lwdp0X3Z7s/V1/+Jq3H4ds4+ks/wCLD/CteivI\
        dao92YSw1KXxROTjGRSyR5FSW65AqwYsivdjQsz5BQfMYV1BweKxrq368V1lxBkHisi6t+vFevhYpHvYGDOXlhwelNjjwa1J4MHpVcRYNe3B\
        Kx9RQoXRPaLyK6GwHSsS2XBFblj2rmxEVYdbCaG/ZjgVqRpkVm2Z4Fa0PSvCrNJnlTw1mRSxcVl3cXB4rcdeKzrtODWdOtZnXhY8rOZu48Zr\
        JmXBrevV61iXPBNepSxGh9PhWrECtg1etpcEVlF8Gp4ZsHrRWq3RvWtYwtEjx4i00/8AT3F/6GK9pryLSIsa/p5/6eo//QhXrteJxFHlqU/Q\
        +IgtAooor50o561XIFX1jyKq2Y4FakSZFfYVEkzwnhbMoTQZHSsu6g68V0kkXHSs26h4PFaUaqTPVwVGzOUuYcE8VRaPBreu4utZUyYNerTr\
        qx9dhKWhFCMGtazbGKyVODV+2kwRWVeroddWirHTWb9K2IH4rm7OXpWzby8CvnMVVseFiaaTNJjxVC66Gp/M4qrctwa836xZnBGoosxL7vXP\
        3hwTW9fHrXOXzcmu+jiT18PiUZ8smDTY58HrVe4kwarCbB611yq3R11K90b1oEt9VtZ5TtSOZHY4zgBgTXdf8JPov/P5/wCQn/wrjrmDk8VQ\
        ePBr2MXltDHOMqjat2t/kzx6GEVRK56EviTSG+7d5/7Zv/hUyazp8n3LjP8AwBv8K87hGDWtZnBFeZVyHCwWkpfev8jollqS0bOisu1bMA4r\
        Dsm6VtW7cCssTVszz62Gsydl4rPuk4NaRPFU7kcGuFYmzChFRZzt6nWsS5GCa6C9HWsC84JrvpYo+jws1YolsGpoZcHrVKV8GmpNg9a0qV7o\
        7ak1ynSWk/Tmtm2n4HNclbXHI5rYtbjpzXhYqZ87jp2OjWbI61DPJkVTinyOtLJJkV48qjufN1a9mUr1uDXOX7da3rtsg1z993rsw9Vm1DFm\
        HdNyaomTmrV31NZznmvYpttHqLEcyPTLuHrxWVNHg0UV9HTqSse1g4qxEvBq/bPgiiis683Y9KcVym3ZydK2raTgUUV85i5M8PFRRdD8VXuG\
        4NFFeM5u55V2mYl8etc7fHrRRXbQnI9LD1JGHcPgmq3nYNFFegpNo75Tdi3bz89a17W46c0UVwYg8HHSZrQTZHWrBkyKKK8ea1PksRJ3Klzy\
        DWJer1oorpw+4qE3cwLtOTWXKvNFFfQ4daHu0JNo/9k=
        """
    private static let lampAgainText = """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABIMDRANCxIQDhAUExIVGywdGxgYGzYnKSAsQDlEQz85Pj1HUGZXR0thTT0+WXlaYWltcnNyRVV9\
        hnxvhWZwcm7/2wBDARMUFBsXGzQdHTRuST5Jbm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm7/wAAR\
        CABaAHgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEG\
        E1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWG\
        h4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEB\
        AQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYk\
        NOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0\
        tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwC6krRqpQ4/CpRqFwOjj/vkVFbKsgAatGKw\
        tnHIb/vquirXpxfvHXKlCG6KTX07dWH/AHyKgdzJ97mtd9NtgOA3/fVUbm3SPO3P51jHGUeg6dvs6GXdxIsRYDnNUkkwatXUrHCHGMitr7Jb\
        5/1EX/fArHFZjGlayvc7/rHsIJT1uZlrPjHNa9vPwOaYLeEdIYx9FFPCKOigfQV49XGqp0PPr1lU2RO0uVrOvGyDVxRuYD1OKlk0qKTgyOPy\
        qKCnU1icDU4vQ46+PWseZ8NWvfjDMPQ1iXHU16lBto3pYm6JIZea1bSbpWDG3zVqWb8itKtFtHLipOSOhgfIoqK0OQKK850dTwJp3J7SXGK2\
        babgVy9tPgjmte1n4HNbYqo2fd4uyNlpMrWdeHg1KJcrVW6bINedGbueN9Y5ZGJetgkiqEuq3ik4upf++jVy+71h3JwTXqUkprVHfDEqS1PT\
        rFFksbd2UFmiUknucCpvKj/uL+VRab/yDLT/AK4p/wCgirFX7OPY5G9RoijByEX8qeOtJRVKKWyEcNfJlm+prDuY+TXT3ceGJI71Ta3hb70a\
        mlTqRou0keZh5tK7ObVcNWjZjkVo/YrbP+pSqdsmH/GvToThiU+VbHfG1ZO3Q2rEZAoqSwXpRWc6GpxzwupgwzYPWtS1n6c1zqSYNaVpN0rz\
        atFtHsYytdHSRS5FNmORVW2kyBVk8iuFUGmfM1azUjJvVzmsO6Tk10l1HkGsW6h5NezhaR2Yas2dRZeLNLhsoInebekaqcRnqABVpPFWmSfd\
        eX/v2a8/MeGq3argiu/6jG1z0HzWujv49as5fus/4pU63sLcgt+VcvYjpW7bpkVyzw/Kcc61WL0M/UY9sJb/AGqza3tVhY2R2KWO4cAZrEMM\
        g6xuPqprz8RF8+hjTi0rDKqQphvxq4QR1BFQquGr1Moi1z3Xb9T28spOTnddv1NOx7UU20bBFFd1RLmOyph1cwfC9jBqOqmC6UtGI2bAYjkE\
        en1rsU8N6ZH92F/+/jVzPgpca63/AFxb+Yru68HHOVOryp9Dy3725RTSLOP7sbf99ms9FyK3qx4EyKnCxdS9zysfSXu8q7lSeHIrKurfrxXS\
        vDkdKzrq368V7GHikwwlN3OZkhwelSQJgirs8GD0qJEwa9dWsfTUqF4mnYjpW/aDgVgWZwRW9ZtwK83E2Rz18LYu7MrVO6i4NaCnK1WuRwa8\
        +NblZlRios567TBNZzcGta9GM1jTtg16FPEXR79CSsWbeXBoqlHNg9aKxnU1JqNXLXhKPbrbH/pi38xXaVxmm3K6ZfGdo2cbCuAcdcf4VrDx\
        RET/AMe0n/fQrDMcHWrVuanG6sjwo0pNaI3azbRcgUyLXY5ekLj8RUtmeBWWFoVKCl7RW2/UyrYeUl7yLfl5WqV1Dwa1FGVqvcpwa1jWUWKh\
        S5Wc3dRYJqiRg1r3i4zWRMcGu+GIuj6XDpWLNs+CK2bSXpXORy4NadrcdOa4sTVujPEpWOkjkytRXDZBqrDPkdadLJla8OdazPAnU5ZGZfHr\
        WBdvgmtu9bg1z963Jrro1mzro4or+dhqKpu+GorqcmzaVa7OquYcE8VT2YNat31NZr9a9qNV2O3DQVixanBFblm/SsCDrWvZ9q8/FTdgxFNW\
        NyJ8rTJzkUyH7tLN0rwZ1WmeQ/dloY993rCumwTW5fd65+86muujVkz0aFV2K/nYarltccjmspvvVYt+tXVd0LEzdjo7e4yBzVoy5FZNr0FX\
        16V49VanyuJm0yC7OQawb0da3rjoaxL3vXTh9xUKsrmLLw1FPm60V7EYqx6sZNo//9k=
        """
    private static let roadText = """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5a\
        YVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAAR\
        CAB4AKADASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEG\
        E1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWG\
        h4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEB\
        AQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYk\
        NOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0\
        tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwC7bt0rSgfpWLA/Sq76zcwzOiJEQrEDIPr9\
        a7sTiYxLqqFFJyOyherkb1wi+JL1ekcH/fJ/xqRfFV+vSK2/75b/ABry6ldy2MfrFE75Xp26uCHi7UR/yxtf++W/+KqxZeKr+4vreB4rYLJI\
        qEhWzgnHrXHOVTcPrFN6I7F2qtK1OZ6gkauD64XJ2K0xrOuD1q9Maz5zVxxjMXUsZ1x3rLuO9adx3rMuB1rqhi2Z+1MyfvWdNWlOOtZ8y12Q\
        xLYKoUZKrtVqRarstdCqtmsXcjqRDTdtPVabbZ0QjcniNXoTVKMVdhFc86bZ0xpHVwSVnT83Eh/2z/OrEL1Wl5lc/wC0aylW9pIWc0+SnH1G\
        UUUVJ88FWtM41S0P/TZP/QhVWrOncala/wDXZP5ioqfAyo/Ej0IvULtSbqYxr5VOTO6rKxFKapTVbkqrKK6KcZM86pVsZ0461nTrWrMtUpkr\
        0aNNmDrGPMlUJUrZmjqlLFXq0aLZcKxkSR1XaOtSSKoGi9q9Olh2d1Kdyh5dOVKteVQI67Y4U9OjqMjSrcS01I6sxpWv1M9KnE0ImqZYI3OS\
        W59DVaOrcRr45xmtj2a+EpVlapG9iVLCFurSfmP8KsJpVs3V5fzH+FNiarcbVk1W7nl1cvw0doIYuiWh6yTf99D/AAqeDRbWKaOVZJtyMGGS\
        MZB+lTRtVhGqeSu9Ls8mvQpQ2iWQ1BNRBqfmpjgWeNiKg1qgcVYNRsK7KWCPHq1SlIlVJY60nWq8iV6dHCWOT2xlSxVUki9q15I6qyRV6lHD\
        JHRTqGRJD7VA0PtWs8VV3i9q9KnRSPVw8rmYYvajy6vNFTDHXZGCR7uH1Kyx1Mi0/ZTlFW0j26MB6CrEdRKKlWvlVgj25vQsxmrUbVSQ1OjV\
        awHkeXiGX0ap0eqCPU6SU/qKPnsVIvK1SBqprJUqvVLCJHzmKkWM1UnvooZWjZXJHoBU4ese/ObyT8P5CssRH2Ubo86jCNWo4y7Fw6jAf4ZP\
        yH+NIl1FNIEVWBPqBWZU9j/x9p+P8jWFLEz50jargqUYOS6IvOlV3jq6wqJ1r2FVSOGiZ7x1A8daLpVd0rRYlI9zCoz2jqJ1C8mrzpVS6XCD\
        61nXx7hTco7n0FJuFNyXQgO31oFNpy9K8+hm1WpPlna39eZ3ZdjKlasqckrE2KUGhqYWr6FU0fQzloShqkV6qb6BJQ4xPMxDNBZKmWX3rMEv\
        vUize9ZSsj5/FGqkvvUqy1lpN71Mk3vXJUqJHz2JRqLJWdeHN05+n8qkSWoJzmVjXl4yopRscmFVqr9P8hlT2P8Ax9p+P8jUFT2X/H0n4/yr\
        z1Lld+x21tacvRmsaYwp9GKmeOPMoQK7LULpVsrUbJWLx/me9hYFF0qjfLiMf71azpWbqa4hX/e/oaj645+6e5y2oy9DNp6j5fxqlcyyRyAI\
        2BjPSohdTgYD/oK6YUZ25osvLIOjUVaW1jXkNV3apJTVSR6+o+tI+ilIVpKaZarvJUTS1MsUefWZdE3vT1m96zfNpyy+9ctTEni4hGqk3vU6\
        Te9ZCS+9WI5a4KuIPDrwNiOX3qwjKeoB/CsqKSrkT15dbEM8ydNp6GigQ/wL+VWI1QEEIoPqBVKJquRmvOq15EKEu5ZWngU1BU6rXDOqzro0\
        yPbTWSrQSgx1nzyZ7OHjYoPHWVrCbbZT/tj+RroWiqle2KXUYSQsADn5a6aEmpps9dRc6TiupxNzFJJICi5GMdaYljcuu5Ysjp94V1D6NAvR\
        5fzH+FNW1WBCikkZzzXuQxcuVKKN8HQqpqNS3L5bmPMaoytV2fvWfNW0cS2ehKoV5Hquz1q20cbQKWRSeeSPepPs8H/PGP8A75FdiUmr3MpU\
        nNXuYZkpRJW39mg/54R/98Cj7PB/zxj/AO+RQ6bfU5amAlLqZKSVaiervkQj/llH/wB8ikeONY2IRRgHoKxlh2+pw1conZy5kEL1fhasuE1o\
        QHpXnzoNnzkqZpwmr8NZ8HatKAVxzwzIVMuRCrUaVDCtXYkrB4VnRThYFSneXU6JUojpxwrPQpaFJoqheKtIx1E8ddlLCnpUp2MiWKqcsVbM\
        sdUpo69ShhTuhWscXOvWs6YUUVwUUZSmyW3kjSBQzqDzwT70/wC0QD/ltH/30KKK9mm9EjojWkooT7Tb/wDPeL/vsUfabf8A57xf99iiitlF\
        MTxMxftEH/PaP/voUkksTROFkQnaejCiiq5EZVMVPlasiGCtK37UUUSowPmGkadv2rTtx0oornnSiJRRpQCr8S0UVzSpRNYpFpFqYLRRU+zi\
        dEQKVE6UUVtCKOiLKsqVRmWiiu6kjVSZ/9k=
        """
    private static let webpText = """
        UklGRu4CAABXRUJQVlA4IOICAAAQEwCdASpQADwAPtFcqlCoJKOipnQKAQAaCWwAnTKluIfG+Y7Vn7N+Mt7Snfyn3APWT+hnu6Wk0ODyfPXM\
        dKPTnpL7r8BAo+/OfWOcu6gDtrXmwqYuPKhhDipyvaKv66RS76BD4xmzqInW8Nf8e6ME9Koy937DM9dAsd/8aoE3X8qEUmGnICAcg97CQhYL\
        btJGWwuOavETmZNUCi3n1wNWoAD+ZXm8rK/9G3dtzUiL7IWK/aSVUOJ23pxrLPfl5p4Q0dujv+KcSPYH6Sqy+Pwo8mzSPZ1WkWRdutqwKAV3\
        j+OJCaa93nJNYr8Vuj3J5pYfw7sVYFaGmobgelDiYlfCkEZlyuHH9n+/q25r1e+rG1miY1iSzac3c2FH5GlDZqjrGSW2lwPUNPkt8zy4c7kT\
        VqZxNPZZ28pd3H7Zl71U/TnAul3mX0m37MWBFtDMtKJJFnRf969Sz3L8gef2J9G4/6lG0QrXL1Clb+dmflTAXX0CanOS+mEn7pReKC5AwKq8\
        5HjjeTeJputfVLTsnav1go7/BQay70tJE9TEB8CxYd3Cn/+E6kcdeRzLAQEAx2cmqfAsaiDLjlzFBS8kdVdt4+GYelsMWgApoLOyZgcB++cW\
        3UQP/Xp7lCkrx8cdn0RKpv4yvj9UUdjxbxE6+5a/T9uwtGgH78jZbPut8PRlVSWY4llAZVjlN2c6i1r5fS6JQm2/+Z639TJgpCEIdWa/sYv+\
        s9cOnWvr7dVp/Tj53UmcuhyWP1cNu/aM/Cum/qmQZZLy+1HnNrCT53BYZLngYgQ+gSdwgQGfoO1MJ+LmcmlG3NleCqwxmgbA/oRXuatcfEsn\
        xsRtpkZFhzcDoPcYJk/659nBf3//dJR8gwbfZ//cPqr+LBW8qblYo6AS1Z55E0cj+fNw9IZpCHGMnbz2za2ap6xkDpiO4sMe28AlGHmhg+QJ\
        Ga9fcsC/7wNwHuSaG2hY1eWanSQuf7lPuEGNwAA=
        """
}
