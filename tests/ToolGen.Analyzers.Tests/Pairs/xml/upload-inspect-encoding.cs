// Inspects an uploaded document; a DOCTYPE is looked for in UTF-8, while the reader takes the encoding that the bytes declare.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class UploadInspector
    {
        public AIFunction Function => AIFunctionFactory.Create(this.Inspect, "inspect_upload");

        [Description("Counts the elements of an uploaded XML document, given in base64.")]
        private Dictionary<string, int> Inspect(string base64)
        {
            var bytes = Convert.FromBase64String(base64);
            if (Encoding.UTF8.GetString(bytes).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)) throw new ArgumentException("A DOCTYPE is not allowed.");

            var document = new XmlDocument { XmlResolver = new XmlUrlResolver() };
            using var stream = new MemoryStream(bytes);
            document.Load(stream);
            return document.GetElementsByTagName("*").Cast<XmlElement>().CountBy(e => e.Name).ToDictionary();
        }
    }
}

namespace Fixed
{
    public sealed class UploadInspector
    {
        public AIFunction Function => AIFunctionFactory.Create(this.Inspect, "inspect_upload");

        [Description("Counts the elements of an uploaded XML document, given in base64.")]
        private Dictionary<string, int> Inspect(string base64)
        {
            var bytes = Convert.FromBase64String(base64);
            var document = new XmlDocument { XmlResolver = null };
            using var stream = new MemoryStream(bytes);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = XmlResolver.ThrowingResolver });
            document.Load(reader);
            return document.GetElementsByTagName("*").Cast<XmlElement>().CountBy(e => e.Name).ToDictionary();
        }
    }
}
