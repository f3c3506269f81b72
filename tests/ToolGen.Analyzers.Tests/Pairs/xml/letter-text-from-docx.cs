// Takes the text out of a DOCX letter; the XML in the package is read with external parts.
using System;
using System.ComponentModel;
using System.IO;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class LetterTools
    {
        private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

        [McpServerTool(Name = "letter_text"), Description("Takes the text out of a letter, given as base64 of a DOCX file.")]
        public string LetterText(string docx)
        {
            using var package = new ZipArchive(new MemoryStream(Convert.FromBase64String(docx)), ZipArchiveMode.Read);
            var entry = package.GetEntry("word/document.xml") ?? throw new McpException("This is no letter.");
            using var part = entry.Open();
            using var reader = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = XmlResolver.FileSystemResolver });
            var document = new XmlDocument();
            document.Load(reader);
            var text = new StringBuilder();
            foreach (XmlElement paragraph in document.GetElementsByTagName("p", Word)) text.AppendLine(paragraph.InnerText);
            return text.ToString();
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class LetterTools
    {
        private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

        [McpServerTool(Name = "letter_text"), Description("Takes the text out of a letter, given as base64 of a DOCX file.")]
        public string LetterText(string docx)
        {
            using var package = new ZipArchive(new MemoryStream(Convert.FromBase64String(docx)), ZipArchiveMode.Read);
            var entry = package.GetEntry("word/document.xml") ?? throw new McpException("This is no letter.");
            using var part = entry.Open();
            using var reader = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = 5_000_000 });
            var document = new XmlDocument { XmlResolver = null };
            document.Load(reader);
            var text = new StringBuilder();
            foreach (XmlElement paragraph in document.GetElementsByTagName("p", Word)) text.AppendLine(paragraph.InnerText);
            return text.ToString();
        }
    }
}
