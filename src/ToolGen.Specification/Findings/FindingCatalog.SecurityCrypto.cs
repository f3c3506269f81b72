namespace ToolGen.Specification.Findings;

/// <summary>Cryptography that does not hold.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor WeakHash = new(
        "TG3140",
        "Broken hash",
        FindingSeverity.Warning,
        "{0} is broken",
        "Use SHA-256: `SHA256.HashData`, `HMACSHA256`, `HashAlgorithmName.SHA256`.",
        "Two texts with the same MD5 are made in seconds on a telephone, with the same SHA-1 for the price of a car. What is named, signed or compared by such a hash can be exchanged. A digest that another system asks for is the one reason left, and says so in a suppression.",
        "var digest = MD5.HashData(file);",
        "var digest = SHA256.HashData(file);");

    public static readonly FindingDescriptor WeakCipher = new(
        "TG3141",
        "Broken cipher",
        FindingSeverity.Warning,
        "{0} is broken",
        "Use `AesGcm` with a key of 32 bytes.",
        "DES and RC2 have keys that are found by trying, and all of them blocks of eight bytes, which repeat after some gigabytes. They stand in old examples.",
        "using var cipher = DES.Create();",
        "using var cipher = new AesGcm(key, tagSizeInBytes: 16);");

    public static readonly FindingDescriptor WeakMode = new(
        "TG3142",
        "Cipher used in a way that does not hold",
        FindingSeverity.Warning,
        "{0}",
        "Use `AesGcm` with a tag of 16 bytes; with RSA keys of 3,072 bits and `RSAEncryptionPadding.OaepSHA256`.",
        "A sound cipher does not help where its mode shows which parts are equal, where its padding answers questions, or where keys and tags are so short that they are tried.",
        "var text = aes.EncryptEcb(plain, PaddingMode.PKCS7);",
        "gcm.Encrypt(RandomNumberGenerator.GetBytes(12), plain, text, tag);");

    public static readonly FindingDescriptor KeyInCode = new(
        "TG3143",
        "Key in the code",
        FindingSeverity.Warning,
        "the key {0} is in the code",
        "Read it from the host's secrets.",
        "Whoever has the program has the key: it can be read from the assembly, it is in every copy of the repository and in its history, and it can't be changed without a release.",
        "using var mac = new HMACSHA256(\"s3cr3t\"u8.ToArray());",
        "using var mac = new HMACSHA256(Convert.FromBase64String(await context.Secret(\"mac_key\")));");

    public static readonly FindingDescriptor FixedVector = new(
        "TG3144",
        "IV, nonce or salt that is no secret chance",
        FindingSeverity.Warning,
        "{0} {1}",
        "Make a new one each time, with `RandomNumberGenerator.GetBytes`, and keep it beside what it was used for.",
        "With the same vector equal texts begin alike; with the same nonce AES-GCM gives up its key for authentication. With the same salt one table fits all passwords.",
        "aes.IV = new byte[16];",
        "aes.GenerateIV();");

    public static readonly FindingDescriptor FastPasswordHash = new(
        "TG3145",
        "Password that is guessed quickly",
        FindingSeverity.Warning,
        "{0}",
        "Use `Rfc2898DeriveBytes.Pbkdf2` with 600,000 iterations of SHA-256 and a salt of its own for each password.",
        "Passwords are guessed from their hashes by trying: each iteration makes every guess dearer. One hash alone, or the thousand iterations that were the default, cost nothing.",
        "var key = Rfc2898DeriveBytes.Pbkdf2(password, salt, 1000, HashAlgorithmName.SHA256, 32);",
        "var key = Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32);");

    public static readonly FindingDescriptor GuessableSecret = new(
        "TG3146",
        "Secret that can be computed",
        FindingSeverity.Warning,
        "`{0}` can be computed by whoever knows a few of its answers, or the time",
        "Use `RandomNumberGenerator`: `GetBytes`, `GetInt32`, `GetString`, `GetItems`.",
        "`System.Random` is made to be fast and to look even. Its next numbers follow from those before, and from its seed. Tokens, passwords, codes and keys made of it, or of the clock, are guessed.",
        "var code = Random.Shared.Next(100000, 1000000);",
        "var code = RandomNumberGenerator.GetInt32(100000, 1000000);");

    public static readonly FindingDescriptor CheckSwitchedOff = new(
        "TG3147",
        "Check of a certificate or signature switched off",
        FindingSeverity.Warning,
        "{0}",
        "Leave it out; trust an own authority with `X509ChainPolicy.CustomTrustStore`.",
        "Encryption without knowing with whom is encryption with whoever stands between. A callback that says yes, written for a test machine, is in the product a year later.",
        "handler.ServerCertificateCustomValidationCallback = (request, certificate, chain, errors) => true;",
        "var handler = new HttpClientHandler();");

    public static readonly FindingDescriptor OldProtocol = new(
        "TG3148",
        "Connection that others can read",
        FindingSeverity.Warning,
        "`{0}` lets others read or change what is sent",
        "Leave the choice to the system: `SslProtocols.None`, encryption on.",
        "TLS 1.0 and 1.1 and all of SSL are broken and forbidden by RFC 8996; `None` lets the system choose the newest that both sides know. A connection without any, inside a network too, is read by whatever else runs there.",
        "options.EnabledSslProtocols = SslProtocols.Tls | SslProtocols.Tls12;",
        "options.EnabledSslProtocols = SslProtocols.None;");

    public static readonly FindingDescriptor TimedComparison = new(
        "TG3149",
        "Secret compared until the first difference",
        FindingSeverity.Warning,
        "{0}",
        "Use `CryptographicOperations.FixedTimeEquals`.",
        "A comparison that ends at the first byte that differs tells by its time how many were right: a signature is found byte by byte. The fixed-time one looks at all of them.",
        "return mac.SequenceEqual(given);",
        "return CryptographicOperations.FixedTimeEquals(mac, given);");
}
