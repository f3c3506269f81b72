// Parses a timetable; the DOCTYPE is cut out once, and what stood around it can close up to a new one.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class TimetableFunctions
    {
        private static readonly Regex DocType = new("<!DOCTYPE[^>]*>", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

        public static AIFunction Departures => AIFunctionFactory.Create(
            (string timetable, int max) => Parse(DocType.Replace(timetable, "")).Take(max).ToList(),
            "departures",
            "Lists the departures in a timetable.");

        private static IEnumerable<string> Parse(string xml)
        {
            using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() });
            foreach (var departure in XDocument.Load(reader).Descendants("departure"))
                yield return $"{departure.Attribute("at")?.Value} {departure.Value}";
        }
    }
}

namespace Fixed
{
    public static class TimetableFunctions
    {
        public static AIFunction Departures => AIFunctionFactory.Create(
            (string timetable, int max) => Parse(timetable).Take(Math.Clamp(max, 1, 100)).ToList(),
            "departures",
            "Lists the departures in a timetable.");

        private static IEnumerable<string> Parse(string xml)
        {
            using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            foreach (var departure in XDocument.Load(reader).Descendants("departure"))
                yield return $"{departure.Attribute("at")?.Value} {departure.Value}";
        }
    }
}
