// Reads a message of a bank from XML; the class is the first of all loaded ones that is named like the root element.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Serialization;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class BankTools
    {
        [McpServerTool(Name = "parse_message"), Description("Reads a message of the bank.")]
        public string ParseMessage(string xml)
        {
            var root = XDocument.Parse(xml).Root!;
            var type = (from assembly in AppDomain.CurrentDomain.GetAssemblies()
                        from candidate in assembly.GetExportedTypes()
                        where candidate.Name == root.Name.LocalName
                        select candidate).FirstOrDefault() ?? throw new McpException("unknown message");
            using var reader = root.CreateReader();
            return new XmlSerializer(type, new XmlRootAttribute(root.Name.LocalName)).Deserialize(reader)?.ToString() ?? "";
        }
    }
}

namespace Fixed
{
    public sealed class Transfer
    {
        public string Iban { get; set; } = "";

        public decimal Amount { get; set; }

        public override string ToString() => $"{this.Amount} to {this.Iban}";
    }

    public sealed class Statement
    {
        public decimal Balance { get; set; }

        public override string ToString() => $"balance {this.Balance}";
    }

    [McpServerToolType]
    public sealed class BankTools
    {
        private static readonly Type[] Messages = [typeof(Transfer), typeof(Statement)];

        [McpServerTool(Name = "parse_message"), Description("Reads a message of the bank.")]
        public string ParseMessage(string xml)
        {
            var root = XDocument.Parse(xml).Root!;
            var type = Messages.FirstOrDefault(candidate => candidate.Name == root.Name.LocalName) ?? throw new McpException("unknown message");
            using var reader = root.CreateReader();
            return new XmlSerializer(type).Deserialize(reader)?.ToString() ?? "";
        }
    }
}
