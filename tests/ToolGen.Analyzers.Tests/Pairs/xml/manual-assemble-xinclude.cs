// Puts a manual together; every xi:include is loaded from the address that stands in it.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using ToolGen;

namespace Vulnerable
{
    public static class ManualTools
    {
        private static readonly XName Include = XName.Get("include", "http://www.w3.org/2001/XInclude");

        /// <summary>Puts a manual and its included chapters together and shows the text.</summary>
        [Tool(Name = "assemble_manual", ReadOnly = true)]
        public static string Assemble(string manual, ToolContext context)
        {
            var document = XDocument.Parse(manual);
            foreach (var include in document.Descendants(Include).ToList())
            {
                var href = (string?)include.Attribute("href");
                if (string.IsNullOrEmpty(href)) continue;
                include.ReplaceWith(XDocument.Load(href).Root);
                context.Log("included a chapter");
            }

            return document.Root!.Value;
        }
    }
}

namespace Fixed
{
    public static class ManualTools
    {
        private static readonly XName Include = XName.Get("include", "http://www.w3.org/2001/XInclude");

        private static readonly Dictionary<string, string> Chapters = new(StringComparer.Ordinal)
        {
            ["safety"] = "<chapter>Unplug the device before you open it.</chapter>",
            ["warranty"] = "<chapter>The warranty lasts two years.</chapter>",
        };

        /// <summary>Puts a manual and its included chapters together and shows the text.</summary>
        [Tool(Name = "assemble_manual", ReadOnly = true)]
        public static string Assemble(string manual, ToolContext context)
        {
            var document = XDocument.Parse(manual);
            foreach (var include in document.Descendants(Include).ToList())
            {
                var name = (string?)include.Attribute("href") ?? "";
                if (!Chapters.TryGetValue(name, out var chapter)) throw new ToolException(ToolErrorCodes.InvalidInput, "a manual includes only the chapters safety and warranty");
                include.ReplaceWith(XElement.Parse(chapter));
                context.Log("included a chapter");
            }

            return document.Root!.Value;
        }
    }
}
