using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests;

[TestClass]
public sealed class CultureTests
{
    private const string Body =
        "await Task.Yield(); var n = double.Parse(\"1234.5\"); return new Output($\"{n} {n:N1} {new DateOnly(2025, 3, 31)} {\"I\".ToLower()} {string.Compare(\"a\", \"B\")} {1.5m}\");";

    [TestMethod]
    [DataRow("tr-TR")]
    [DataRow("de-DE")]
    [DataRow("ar-SA")]
    public async Task Body_means_the_same_under(string culture)
    {
        var tool = CompiledTool.Load(Specs.Code("", "\"v\": { \"type\": \"string\" }", Body, "", "\"v\""));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.AreEqual("""{"v":"1234.5 1,234.5 03/31/2025 i -1 1.5"}""", await tool.Answer("{}"));
            Assert.AreEqual(culture, CultureInfo.CurrentCulture.Name, "the caller keeps its own");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
