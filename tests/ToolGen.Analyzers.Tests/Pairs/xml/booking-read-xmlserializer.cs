// Reads a booking with XmlSerializer; the type is fixed, and the reader below it resolves external entities.
using System;
using System.IO;
using System.Xml;
using System.Xml.Serialization;
using ToolGen;

namespace Vulnerable
{
    public sealed class Booking
    {
        [XmlAttribute("code")] public string Code { get; set; } = "";

        [XmlElement("guest")] public string[] Guests { get; set; } = [];

        [XmlElement("from", DataType = "date")] public DateTime From { get; set; }
    }

    public static class BookingTools
    {
        private static readonly XmlSerializer Serializer = new(typeof(Booking), new XmlRootAttribute("booking"));

        /// <summary>Reads a booking that an agency sent as XML.</summary>
        [Tool(Name = "read_booking", ReadOnly = true)]
        public static string Read(string booking)
        {
            var read = Deserialize(booking, s => s.XmlResolver = new XmlUrlResolver());
            return $"{read.Code}: {string.Join(", ", read.Guests)} from {read.From:d MMM}";
        }

        private static Booking Deserialize(string text, Action<XmlReaderSettings>? configure = null)
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse };
            configure?.Invoke(settings);
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return (Booking)Serializer.Deserialize(reader)!;
        }
    }
}

namespace Fixed
{
    public sealed class Booking
    {
        [XmlAttribute("code")] public string Code { get; set; } = "";

        [XmlElement("guest")] public string[] Guests { get; set; } = [];

        [XmlElement("from", DataType = "date")] public DateTime From { get; set; }
    }

    public static class BookingTools
    {
        private static readonly XmlSerializer Serializer = new(typeof(Booking), new XmlRootAttribute("booking"));

        /// <summary>Reads a booking that an agency sent as XML.</summary>
        [Tool(Name = "read_booking", ReadOnly = true)]
        public static string Read(string booking)
        {
            var read = Deserialize(booking, s => s.IgnoreComments = true);
            return $"{read.Code}: {string.Join(", ", read.Guests)} from {read.From:d MMM}";
        }

        private static Booking Deserialize(string text, Action<XmlReaderSettings>? configure = null)
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
            configure?.Invoke(settings);
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return (Booking)Serializer.Deserialize(reader)!;
        }
    }
}
