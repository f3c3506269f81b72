// Checks the signature of a document; the document is loaded without a resolver, the check then reads it again with one.
using System.ComponentModel;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Xml;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class SignatureTools(RSA partnerKey)
    {
        [McpServerTool(Name = "check_signature"), Description("Checks the partner's signature of an XML document.")]
        public bool CheckSignature(string document)
        {
            var xml = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            xml.LoadXml(document);
            if (xml.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl) is not { Count: 1 } found) throw new McpException("There is not one signature.");
            var signed = new SignedXml(xml) { Resolver = new XmlUrlResolver() };
            signed.LoadXml((XmlElement)found[0]!);
            return signed.CheckSignature(partnerKey);
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class SignatureTools(RSA partnerKey)
    {
        [McpServerTool(Name = "check_signature"), Description("Checks the partner's signature of an XML document.")]
        public bool CheckSignature(string document)
        {
            var xml = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            using (var reader = XmlReader.Create(new StringReader(document), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit })) xml.Load(reader);
            if (xml.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl) is not { Count: 1 } found) throw new McpException("There is not one signature.");
            var signed = new SignedXml(xml);
            signed.LoadXml((XmlElement)found[0]!);
            return signed.SignedInfo is { References.Count: 1 } info && ((Reference)info.References[0]!).Uri == "" && signed.CheckSignature(partnerKey);
        }
    }
}
