// Reads the report of a sensor; the settings of the base class are strict, and a derived plugin overrides them.
using System.ComponentModel;
using System.IO;
using System.Xml;
using System.Xml.Linq;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public abstract class XmlPlugin
    {
        protected virtual XmlReaderSettings Settings => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

        protected XElement Read(string xml)
        {
            using var text = new StringReader(xml);
            using var reader = XmlReader.Create(text, this.Settings);
            return XElement.Load(reader);
        }
    }

    public sealed class SensorPlugin : XmlPlugin
    {
        protected override XmlReaderSettings Settings
        {
            get
            {
                var settings = base.Settings;
                settings.DtdProcessing = DtdProcessing.Parse;
                settings.XmlResolver = new XmlUrlResolver();
                return settings;
            }
        }

        [KernelFunction("sensor_report"), Description("Reads the report of a sensor.")]
        public string Report(string xml) => this.Read(xml) is var report ? $"{report.Attribute("id")?.Value}: {report.Element("value")?.Value}" : "";
    }
}

namespace Fixed
{
    public abstract class XmlPlugin
    {
        protected virtual XmlReaderSettings Settings => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

        protected XElement Read(string xml)
        {
            using var text = new StringReader(xml);
            using var reader = XmlReader.Create(text, this.Settings);
            return XElement.Load(reader);
        }
    }

    public sealed class SensorPlugin : XmlPlugin
    {
        protected override XmlReaderSettings Settings
        {
            get
            {
                var settings = base.Settings;
                settings.IgnoreComments = true;
                settings.IgnoreProcessingInstructions = true;
                return settings;
            }
        }

        [KernelFunction("sensor_report"), Description("Reads the report of a sensor.")]
        public string Report(string xml) => this.Read(xml) is var report ? $"{report.Attribute("id")?.Value}: {report.Element("value")?.Value}" : "";
    }
}
