using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Analyzers.Rules.Crypto;

namespace ToolGen.Analyzers.Tests.Rules.Crypto;

[TestClass]
public sealed class CryptoRuleTests
{
    [TestMethod]
    [DataRow("byte[] M(byte[] d) => MD5.HashData(d);", "TG3140", DisplayName = "a broken hash")]
    [DataRow("object? M() => CryptoConfig.CreateFromName(\"SHA1\");", "TG3140", DisplayName = "one by its name")]
    [DataRow("object M(string name) => IncrementalHash.CreateHash(new HashAlgorithmName(name));", "TG3140", DisplayName = "one that is asked for")]
    [DataRow("object M() => TripleDES.Create();", "TG3141", DisplayName = "a broken cipher")]
    [DataRow("byte[] M(Aes a, byte[] d) => a.EncryptEcb(d, PaddingMode.PKCS7);", "TG3142", DisplayName = "ECB")]
    [DataRow("object M() => RSA.Create(1024);", "TG3142", DisplayName = "a short key")]
    [DataRow("object M(int bits) => RSA.Create(Math.Max(bits, 512));", "TG3142", DisplayName = "a bound that is too small")]
    [DataRow("static readonly byte[] K = Encoding.UTF8.GetBytes(\"k3y\" + \"more\"); byte[] M(byte[] d) => HMACSHA256.HashData(K, d);", "TG3143", DisplayName = "a key of a text")]
    [DataRow("void M(Aes a) { var iv = new byte[16]; a.IV = iv; }", "TG3144", DisplayName = "an IV that nothing fills")]
    [DataRow("void M(Aes a) => a.IV = a.Key[..16];", "TG3144", DisplayName = "an IV of the key")]
    [DataRow("byte[] M(string p, byte[] s) => Rfc2898DeriveBytes.Pbkdf2(p, s, 1000, HashAlgorithmName.SHA256, 32);", "TG3145", DisplayName = "few iterations")]
    [DataRow("byte[] M(string password) => SHA256.HashData(Encoding.UTF8.GetBytes(password));", "TG3145", DisplayName = "one hash of a password")]
    [DataRow("string NewToken() => Random.Shared.Next().ToString();", "TG3146", DisplayName = "chance that is computed")]
    [DataRow("string NewPassword() => Pick(); static string Pick() => \"ab\"[Random.Shared.Next(2)].ToString();", "TG3146", DisplayName = "a helper of one who makes a secret")]
    [DataRow("void M(System.Net.Http.HttpClientHandler h) => h.ServerCertificateCustomValidationCallback = (_, c, _, _) => c != null;", "TG3147", DisplayName = "a callback that looks at nothing")]
    [DataRow("void M(System.Net.Http.HttpClientHandler h) => h.ServerCertificateCustomValidationCallback = (_, c, _, e) => e == 0 || e == System.Net.Security.SslPolicyErrors.RemoteCertificateNameMismatch;", "TG3147", DisplayName = "a callback that forgives")]
    [DataRow("object M() => System.Security.Authentication.SslProtocols.Tls11;", "TG3148", DisplayName = "an old protocol")]
    [DataRow("string M() => \"Server=a;Encrypt=False\";", "TG3148", DisplayName = "none")]
    [DataRow("bool M(byte[] k, byte[] d, byte[] given) => HMACSHA256.HashData(k, d).SequenceEqual(given);", "TG3149", DisplayName = "a MAC")]
    [DataRow("bool M(byte[] k, byte[] d, byte[] g) => CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(k, d).AsSpan(0, g.Length), g);", "TG3149", DisplayName = "as much of a MAC as is given")]
    public async Task Finds(string member, string id) => CollectionAssert.AreEqual(new[] { id }, await IdsAsync(member));

    [TestMethod]
    [DataRow("int M() => Random.Shared.Next(6);", DisplayName = "dice")]
    [DataRow("Task RefreshTokenAsync() => Task.Delay(Random.Shared.Next(100));", DisplayName = "a wait before a token is asked for")]
    [DataRow("void M(Aes a) { var iv = new byte[16]; RandomNumberGenerator.Fill(iv); a.IV = iv; }", DisplayName = "an IV that is filled")]
    [DataRow("byte[] M(Aes a, byte[] iv, byte[] d) => a.DecryptCbc(d, iv);", DisplayName = "an IV that came with the text")]
    [DataRow("void M(System.Net.Http.HttpClientHandler h, string pin) => h.ServerCertificateCustomValidationCallback = (_, c, _, e) => e == 0 || c!.GetCertHashString() == pin;", DisplayName = "a certificate that is known")]
    [DataRow("bool M(System.Security.Authentication.SslProtocols p) => p == System.Security.Authentication.SslProtocols.Tls11;", DisplayName = "asking whether it was an old one")]
    [DataRow("bool M(byte[] a, byte[] b) => SHA256.HashData(a).SequenceEqual(b);", DisplayName = "a checksum that anybody can compute")]
    [DataRow("bool M(string token) => token == \"(\";", DisplayName = "a token of a language")]
    public async Task Leaves_alone(string member) => Assert.IsEmpty(await IdsAsync(member));

    private static Task<string[]> IdsAsync(string member) =>
        RuleProject.Of($"using System.Security.Cryptography;\nclass C {{ {member} }}", new WeakAlgorithmAnalyzer(), new WeakModeAnalyzer(), new FixedMaterialAnalyzer(), new PasswordHashAnalyzer(), new GuessableSecretAnalyzer(), new CertificateAnalyzer(), new OldProtocolAnalyzer(), new SecretComparisonAnalyzer()).IdsAsync();
}
