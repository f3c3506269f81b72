using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Analyzers.Taint;
using ToolGen.CodeFixes.Rules.Xml;

namespace ToolGen.Analyzers.Tests.Rules.Xml;

/// <summary>Documents that point nowhere are read as before, their own entities too.</summary>
[TestClass]
public sealed class ClosedXmlFixTests
{
    private const string Benign = "<!DOCTYPE a [<!ENTITY b 'own'>]><a>its &b;</a>";

    [TestMethod]
    [DataRow("using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() });", "XmlResolver = null }", DisplayName = "settings in the call")]
    [DataRow("var settings = new XmlReaderSettings(); settings.DtdProcessing = DtdProcessing.Parse; settings.XmlResolver = new XmlUrlResolver(); using var reader = XmlReader.Create(new StringReader(text), settings);", "settings.XmlResolver = null;", DisplayName = "settings in a local")]
    [DataRow("using var reader = XmlReader.Create(new StringReader(text), Open);", "DtdProcessing = DtdProcessing.Parse, XmlResolver = null", DisplayName = "settings in a field")]
    [DataRow("var document = new XmlDocument { XmlResolver = new XmlUrlResolver() }; document.LoadXml(text); using var reader = new XmlNodeReader(document);", "new XmlDocument { XmlResolver = null }", DisplayName = "a document")]
    public async Task Nothing_is_loaded_from_elsewhere_and_the_rest_is_read(string statements, string mended)
    {
        var before = Tool(statements);
        StringAssert.Contains(await before.IdsAsync(), "TG3015");
        var after = await before.FixAllAsync(new ClosedXmlFix());

        StringAssert.Contains(after.Text, mended);
        Assert.DoesNotContain("TG3015", await after.IdsAsync(), after.Text);
        Assert.AreEqual("its own", await before.RunAsync("Read", Benign));
        Assert.AreEqual("its own", await after.RunAsync("Read", Benign));
    }

    [TestMethod]
    [DataRow("using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, MaxCharactersFromEntities = 0, XmlResolver = new XmlUrlResolver() });", DisplayName = "entities without an end")]
    [DataRow("using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new Own() });", DisplayName = "a resolver that may do more")]
    public async Task What_would_not_be_closed_or_not_be_the_same_is_left(string statements)
    {
        var before = Tool(statements);
        StringAssert.Contains(await before.IdsAsync(), "TG3015");
        Assert.AreEqual(before.Text, (await before.FixAllAsync(new ClosedXmlFix())).Text);
    }

    private static ToolProject Tool(string statements) => ToolProject.Of(new TaintAnalyzer(), $$"""
        using System.Xml;

        public static class Tools
        {
            private static readonly XmlReaderSettings Open = new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };

            [McpServerTool]
            public static string Read(string text)
            {
                {{statements}}
                reader.MoveToContent();
                return reader.ReadElementContentAsString();
            }
        }

        public sealed class Own : XmlUrlResolver;
        """);
}
