// Measures a GPX track; an XmlTextReader reads DTDs and loads what they refer to.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.IO;
using System.Xml;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class TrackPlugin
    {
        [KernelFunction("track_points"), Description("Describes the points of a GPX track.")]
        public string Describe(string gpx)
        {
            var count = 0;
            string? name = null;
            foreach (var (element, text) in Elements(gpx))
            {
                if (element == "trkpt") count++;
                else if (element == "name") name ??= text;
            }

            return $"{name ?? "unnamed"}: {count} points";
        }

        private static IEnumerable<(string Element, string Text)> Elements(string xml)
        {
            using var reader = new XmlTextReader(new StringReader(xml)) { DtdProcessing = DtdProcessing.Parse, EntityHandling = EntityHandling.ExpandEntities };
            reader.XmlResolver = new XmlUrlResolver();
            while (reader.Read())
                if (reader.NodeType == XmlNodeType.Element) yield return (reader.LocalName, reader.LocalName == "name" ? reader.ReadString() : "");
        }
    }
}

namespace Fixed
{
    public sealed class TrackPlugin
    {
        [KernelFunction("track_points"), Description("Describes the points of a GPX track.")]
        public string Describe(string gpx)
        {
            var count = 0;
            string? name = null;
            foreach (var (element, text) in Elements(gpx))
            {
                if (element == "trkpt") count++;
                else if (element == "name") name ??= text;
            }

            return $"{name ?? "unnamed"}: {count} points";
        }

        private static IEnumerable<(string Element, string Text)> Elements(string xml)
        {
            using var reader = new XmlTextReader(new StringReader(xml)) { DtdProcessing = DtdProcessing.Prohibit };
            reader.XmlResolver = null;
            while (reader.Read())
                if (reader.NodeType == XmlNodeType.Element) yield return (reader.LocalName, reader.LocalName == "name" ? reader.ReadString() : "");
        }
    }
}
