// Measures a hiking track in a GPX file; the track's name goes into Path.Join and then to the XML reader.
using System;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using ToolGen;

namespace Vulnerable
{
    public class TrackTools
    {
        protected virtual string Folder => "tracks";

        /// <summary>Counts the points of a track.</summary>
        /// <param name="user">Whose track.</param>
        /// <param name="track">The file of the track.</param>
        [Tool(ReadOnly = true)]
        public (string Name, int Points) MeasureTrack(string user, string track)
        {
            var file = Path.Join(this.Folder, user, track);
            var xml = XDocument.Load(file);
            return (xml.Descendants().FirstOrDefault(e => e.Name.LocalName == "name")?.Value ?? track, xml.Descendants().Count(e => e.Name.LocalName == "trkpt"));
        }
    }
}

namespace Fixed
{
    public class TrackTools
    {
        protected virtual string Folder => "tracks";

        /// <summary>Counts the points of a track.</summary>
        /// <param name="user">Whose track.</param>
        /// <param name="track">The track's id.</param>
        [Tool(ReadOnly = true)]
        public (string Name, int Points) MeasureTrack(Guid user, Guid track)
        {
            var file = Path.Join(this.Folder, user.ToString("D"), track.ToString("D") + ".gpx");
            using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var xml = XDocument.Load(reader);
            return (xml.Descendants().FirstOrDefault(e => e.Name.LocalName == "name")?.Value ?? track.ToString(), xml.Descendants().Count(e => e.Name.LocalName == "trkpt"));
        }
    }
}
