// Reads the metadata of a photo; when the strict reading fails, a second one allows DTDs and their parts.
using System.IO;
using System.Xml;
using System.Xml.Linq;
using ToolGen;

namespace Vulnerable
{
    public sealed class PhotoTools
    {
        /// <summary>The title and the author in the XMP metadata of a photo.</summary>
        [Tool(Name = "photo_metadata", ReadOnly = true)]
        public string Metadata(string xmp, ToolContext context)
        {
            XElement root;
            try
            {
                root = Parse(xmp, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            }
            catch (XmlException e)
            {
                context.Log("read again, with DTD: " + e.LineNumber);
                root = Parse(xmp, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() });
            }

            return $"{root.Element("title")?.Value} by {root.Element("creator")?.Value}";
        }

        private static XElement Parse(string text, XmlReaderSettings settings)
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return XElement.Load(reader);
        }
    }
}

namespace Fixed
{
    public sealed class PhotoTools
    {
        /// <summary>The title and the author in the XMP metadata of a photo.</summary>
        [Tool(Name = "photo_metadata", ReadOnly = true)]
        public string Metadata(string xmp, ToolContext context)
        {
            XElement root;
            try
            {
                root = Parse(xmp, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            }
            catch (XmlException e)
            {
                context.Log("read again, without its DTD: " + e.LineNumber);
                root = Parse(xmp, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            }

            return $"{root.Element("title")?.Value} by {root.Element("creator")?.Value}";
        }

        private static XElement Parse(string text, XmlReaderSettings settings)
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return XElement.Load(reader);
        }
    }
}
