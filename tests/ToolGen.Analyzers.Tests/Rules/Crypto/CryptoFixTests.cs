using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Analyzers.Rules.Crypto;
using ToolGen.CodeFixes.Rules.Crypto;

namespace ToolGen.Analyzers.Tests.Rules.Crypto;

/// <summary>Each fix compiles, leaves no finding, and what the program does with right input stays.</summary>
[TestClass]
public sealed class CryptoFixTests
{
    private static string Program(string body, string more = "") => $$"""
        using System.Security.Cryptography;
        {{more}}
        public static class Program
        {
            {{body}}
        }
        """;

    [TestMethod]
    [DataRow("public static bool Run() { MD5 hash = MD5.Create(); return hash.ComputeHash([1, 2]).SequenceEqual(MD5.HashData([1, 2])); }", "SHA256 hash = SHA256.Create();")]
    [DataRow("public static bool Run() => SHA1.HashData([1]).SequenceEqual(CryptographicOperations.HashData(HashAlgorithmName.SHA1, [1]));", "CryptographicOperations.HashData(HashAlgorithmName.SHA256, [1])")]
    [DataRow("public static bool Run() { using var mac = new HMACMD5([7]); return mac.ComputeHash([1]).SequenceEqual(HMACMD5.HashData([7], \"\\u0001\"u8)); }", "new HMACSHA256([7])")]
    public Task A_digest_that_was_verified_is_verified_with_the_new_hash(string body, string mended) =>
        RuleFixClaims.HoldAsync(Program(body), mended, new WeakAlgorithmAnalyzer(), new WeakHashFix());

    [TestMethod]
    public Task What_was_encrypted_for_a_key_is_decrypted_with_it() => RuleFixClaims.HoldAsync(
        Program("public static string Run() { using var rsa = RSA.Create(2048); return Convert.ToHexString(rsa.Decrypt(rsa.Encrypt([1, 2, 3], RSAEncryptionPadding.Pkcs1), RSAEncryptionPadding.Pkcs1)); }"),
        "rsa.Encrypt([1, 2, 3], RSAEncryptionPadding.OaepSHA256), RSAEncryptionPadding.OaepSHA256)", new WeakModeAnalyzer(), new OaepPaddingFix());

    [TestMethod]
    [DataRow("public static bool Run() { var code = Random.Shared.Next(100000, 1000000); return VerificationCode(code); } static bool VerificationCode(int verificationCode) => verificationCode is >= 100000 and < 1000000;", "RandomNumberGenerator.GetInt32(100000, 1000000)", DisplayName = "Next")]
    [DataRow("public static int Run() { var salt = new byte[16]; new Random().NextBytes(salt); return salt.Distinct().Count() > 4 ? salt.Length : 0; }", "RandomNumberGenerator.Fill(salt)", DisplayName = "NextBytes")]
    [DataRow("public static int Run() { var token = new string(Random.Shared.GetItems(\"abc\".ToCharArray(), 12)); return token.Length; }", "RandomNumberGenerator.GetItems(\"abc\".ToCharArray(), 12)", DisplayName = "GetItems")]
    public Task Chance_keeps_its_range(string body, string mended) =>
        RuleFixClaims.HoldAsync(Program(body.Replace("var code =", "var resetCode =").Replace("VerificationCode(code)", "VerificationCode(resetCode)")), mended, new GuessableSecretAnalyzer(), new SecureRandomFix());

    [TestMethod]
    [DataRow("mac.SequenceEqual(HMACSHA256.HashData([7], [1]))", "CryptographicOperations.FixedTimeEquals(mac, HMACSHA256.HashData([7], [1]))")]
    [DataRow("Convert.ToHexString(mac) != Convert.ToHexString(HMACSHA256.HashData([8], [1]))", "!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Convert.ToHexString(mac)), Encoding.UTF8.GetBytes(Convert.ToHexString(HMACSHA256.HashData([8], [1]))))")]
    public Task Equal_stays_equal_and_different_stays_different(string comparison, string mended) => RuleFixClaims.HoldAsync(
        Program($"public static bool Run() {{ var mac = HMACSHA256.HashData([7], [1]); return {comparison}; }}"), mended, new SecretComparisonAnalyzer(), new FixedTimeFix());

    [TestMethod]
    [DataRow("handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;", "var handler = new HttpClientHandler { AllowAutoRedirect = false };", DisplayName = "a statement")]
    [DataRow("handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;", "new HttpClientHandler", DisplayName = "the one that accepts any")]
    public Task A_client_without_the_callback_is_configured_as_before(string statement, string mended) => RuleFixClaims.HoldAsync(
        Program($"public static bool Run() {{ var handler = new HttpClientHandler {{ AllowAutoRedirect = false }}; {statement} return handler.AllowAutoRedirect; }}", "using System.Net.Http;"), mended, new CertificateAnalyzer(), new SwitchedOffCheckFix());

    [TestMethod]
    public Task A_line_of_an_initializer_goes_and_the_others_stay() => RuleFixClaims.HoldAsync(
        Program("public static string? Run() => new SslClientAuthenticationOptions { TargetHost = \"a\", RemoteCertificateValidationCallback = delegate { return true; } }.TargetHost;", "using System.Net.Security;"),
        "TargetHost = \"a\"", new CertificateAnalyzer(), new SwitchedOffCheckFix());

    [TestMethod]
    public Task A_list_of_protocols_becomes_the_choice_of_the_system() => RuleFixClaims.HoldAsync(
        Program("public static string? Run() => new SslClientAuthenticationOptions { TargetHost = \"a\", EnabledSslProtocols = SslProtocols.Tls11 | SslProtocols.Tls12 }.TargetHost;", "using System.Net.Security; using System.Security.Authentication;").Replace("public static class", "#pragma warning disable SYSLIB0039\npublic static class"),
        "EnabledSslProtocols = SslProtocols.None", new OldProtocolAnalyzer(), new SystemProtocolFix());
}
