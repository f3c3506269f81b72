using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Analyzers.Rules.Secrets;

namespace ToolGen.Analyzers.Tests.Rules.Secrets;

/// <summary>The texts are put together here: none of them is a secret of anybody, nor looks like one in this file.</summary>
[TestClass]
public sealed class SecretRuleTests
{
    private static readonly string Chance = string.Concat("x7Kq", "2Lm9Z", "w4Rt8", "Vb1Nc6", "Yd3Hf5", "Jg0P");

    [TestMethod]
    [DataRow("const string DbPassword = \"hunter2\";", "TG3101", DisplayName = "a name of secrets")]
    [DataRow("string M(string? apiKey) => apiKey ?? \"b7f9c1d2\";", "", DisplayName = "a fallback of no name")]
    [DataRow("string? M() { var apiKey = Environment.GetEnvironmentVariable(\"KEY\") ?? \"b7f9c1d2\"; return apiKey; }", "TG3101", DisplayName = "a fallback")]
    [DataRow("bool M(string password) => password == \"letmein\";", "TG3101", DisplayName = "a comparison")]
    [DataRow("object M() => new System.Net.NetworkCredential(\"me\", \"letmein\");", "TG3101", DisplayName = "an argument")]
    [DataRow("void M(System.Net.Http.HttpClient c) => c.DefaultRequestHeaders.Add(\"X-Api-Key\", \"b7f9c1d2\");", "TG3101", DisplayName = "a header")]
    [DataRow("object M() => new Dictionary<string, string> { [\"Smtp:Password\"] = \"letmein\" };", "TG3101", DisplayName = "a key of a configuration")]
    [DataRow("string M() => \"ghp_CHANCECHANCE\";", "TG3102", DisplayName = "a token of an issuer")]
    [DataRow("string M() => \"ghp_\" + \"CHANCECHANCE\";", "TG3102", DisplayName = "the same in two parts")]
    [DataRow("string M() => \"Host=db;Username=app;Password=letmein\";", "TG3103", DisplayName = "a connection string")]
    [DataRow("string M() => \"https://me:letmein@example.org/\";", "TG3103", DisplayName = "an address")]
    [DataRow("void M(Action<string> open) => open(\"CHANCE\");", "TG3104", DisplayName = "a text as chance makes it")]
    public async Task Finds(string member, string id) => CollectionAssert.AreEqual(id.Length == 0 ? [] : new[] { id }, await IdsAsync(member));

    [TestMethod]
    [DataRow("const string PasswordHeader = \"X-Password\";", DisplayName = "the name of a header")]
    [DataRow("const string Password = \"password\";", DisplayName = "the name of itself")]
    [DataRow("string? password = Environment.GetEnvironmentVariable(\"DB_PASSWORD\");", DisplayName = "a variable of the environment")]
    [DataRow("const string ApiKey = \"<your-api-key>\";", DisplayName = "a placeholder")]
    [DataRow("const string Secret = \"kv-orders-secret\";", DisplayName = "a name in a vault")]
    [DataRow("string M(string password) => $\"Host=db;Password={password}\";", DisplayName = "a hole")]
    [DataRow("const string FileSha256 = \"CHANCE\";", DisplayName = "a digest")]
    [DataRow("const string Alphabet = \"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\";", DisplayName = "an alphabet")]
    [DataRow("static readonly Guid Id = Guid.Parse(\"8f14e45f-ceea-467f-9c8e-2a7b1d0c5e11\");", DisplayName = "a GUID")]
    [DataRow("const string MistralServiceKey = \"Mistral\";", DisplayName = "the key of a registration")]
    [DataRow("int[] keys = [3919, 626, 17201, 1300, 25782, 9800, 32016, 13571];", DisplayName = "numbers")]
    [DataRow("bool M(string token) => token == \"if\";", DisplayName = "a token of a language")]
    public async Task Leaves_alone(string member) => Assert.IsEmpty(await IdsAsync(member));

    [TestMethod]
    public async Task Never_says_the_secret()
    {
        var found = await RuleProject.Of($"class C {{ const string ApiKey = \"{Chance}\"; string M() => \"ghp_{Chance}{Chance}\"; }}", new NamedSecretAnalyzer(), new SecretTextAnalyzer()).FindingsAsync();
        Assert.HasCount(2, found);
        Assert.IsFalse(found.Any(one => one.GetMessage().Contains(Chance[..6])));
    }

    private static Task<string[]> IdsAsync(string member) =>
        RuleProject.Of($"class C {{ {member.Replace("CHANCE", Chance)} }}", new NamedSecretAnalyzer(), new SecretTextAnalyzer()).IdsAsync();
}
