// Returns the measurements of a weather station; apostrophes are taken from the station's name, but not from the sensor's.
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Xml;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class WeatherPlugin
    {
        private readonly XmlDocument feed = new();

        public WeatherPlugin() => this.feed.Load("feeds/stations.xml");

        [KernelFunction("measurements")]
        [Description("Gets the last measurements of a sensor at a weather station.")]
        public IEnumerable<string> Measurements(string station, string sensor)
        {
            station = station.Replace("'", string.Empty);
            foreach (XmlNode node in this.Query(station, sensor))
                yield return node.Attributes!["at"]!.Value + " " + node.InnerText;
        }

        private XmlNodeList Query(string station, string sensor) =>
            this.feed.SelectNodes(string.Format("//station[name='{0}' and not(@internal)]/sensor[@kind='{1}']/value", station, sensor))!;
    }
}

namespace Fixed
{
    public class WeatherPlugin
    {
        private readonly XmlDocument feed = new();

        public WeatherPlugin() => this.feed.Load("feeds/stations.xml");

        [KernelFunction("measurements")]
        [Description("Gets the last measurements of a sensor at a weather station.")]
        public IEnumerable<string> Measurements(string station, string sensor)
        {
            foreach (XmlNode node in this.Query(station, sensor))
                yield return node.Attributes!["at"]!.Value + " " + node.InnerText;
        }

        private XmlNodeList Query(string station, string sensor) =>
            this.feed.SelectNodes(string.Format("//station[name={0} and not(@internal)]/sensor[@kind={1}]/value", Literal(station), Literal(sensor)))!;

        private static string Literal(string value)
        {
            if (!value.Contains('\'')) return "'" + value + "'";
            if (!value.Contains('"')) return "\"" + value + "\"";
            return "concat(" + string.Join(", \"'\", ", value.Split('\'').Select(part => "'" + part + "'")) + ")";
        }
    }
}
