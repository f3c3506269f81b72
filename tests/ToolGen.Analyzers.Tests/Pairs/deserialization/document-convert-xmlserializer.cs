// Turns a business document from XML into JSON; the caller names the class for XmlSerializer.
using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Xml;
using System.Xml.Serialization;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class DocumentFunctions
    {
        public static AIFunction Convert { get; } = AIFunctionFactory.Create(ToJson, "document_to_json", "Turns a document from XML into JSON.");

        private static string ToJson(string kind, string xml)
        {
            var type = Type.GetType($"Documents.{kind}, Documents", throwOnError: false) ?? Type.GetType(kind, throwOnError: true)!;
            var serializer = new XmlSerializer(type);
            using var reader = XmlReader.Create(new StringReader(xml));
            return JsonSerializer.Serialize(serializer.Deserialize(reader), type);
        }
    }
}

namespace Fixed
{
    public sealed class Order
    {
        public string Number { get; set; } = "";

        public List<string> Lines { get; set; } = [];
    }

    public sealed class DeliveryNote
    {
        public string Order { get; set; } = "";

        public DateTime Shipped { get; set; }
    }

    public static class DocumentFunctions
    {
        private static readonly Dictionary<string, XmlSerializer> Serializers = new(StringComparer.OrdinalIgnoreCase)
        {
            ["order"] = new XmlSerializer(typeof(Order)),
            ["delivery_note"] = new XmlSerializer(typeof(DeliveryNote)),
        };

        public static AIFunction Convert { get; } = AIFunctionFactory.Create(ToJson, "document_to_json", "Turns a document from XML into JSON.");

        private static string ToJson(string kind, string xml)
        {
            if (!Serializers.TryGetValue(kind, out var serializer)) throw new ArgumentException("There are order and delivery_note.", nameof(kind));
            using var reader = XmlReader.Create(new StringReader(xml));
            return JsonSerializer.Serialize(serializer.Deserialize(reader));
        }
    }
}
