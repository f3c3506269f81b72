// Summarizes test results; a strict reader is put around one that has already read the DTD and what it refers to.
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using ToolGen;

namespace Vulnerable
{
    public static class TestResultTools
    {
        private static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

        /// <summary>Summarizes results in JUnit's format.</summary>
        [Tool(ReadOnly = true)]
        public static string SummarizeResults(string junit)
        {
            using var inner = Open(junit);
            using var reader = XmlReader.Create(inner, Strict);
            var cases = XDocument.Load(reader).Descendants("testcase").ToList();
            return $"{cases.Count} tests, {cases.Count(c => c.Element("failure") is not null)} failed";
        }

        private static XmlReader Open(string text) => new XmlTextReader(new StringReader(text))
        {
            WhitespaceHandling = WhitespaceHandling.Significant,
            XmlResolver = new XmlUrlResolver(),
        };
    }
}

namespace Fixed
{
    public static class TestResultTools
    {
        private static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true };

        /// <summary>Summarizes results in JUnit's format.</summary>
        [Tool(ReadOnly = true)]
        public static string SummarizeResults(string junit)
        {
            using var reader = Open(junit);
            var cases = XDocument.Load(reader).Descendants("testcase").ToList();
            return $"{cases.Count} tests, {cases.Count(c => c.Element("failure") is not null)} failed";
        }

        private static XmlReader Open(string text) => XmlReader.Create(new StringReader(text), Strict);
    }
}
