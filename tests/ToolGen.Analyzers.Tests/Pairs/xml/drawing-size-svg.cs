// Reads the size of a drawing among the uploads; SVG files of strangers are read with their DTDs.
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using ToolGen;

namespace Vulnerable
{
    public sealed record Drawing(string Name, string? Width, string? Height, string? Title);

    public static class DrawingTools
    {
        /// <summary>The sizes and titles of the uploaded drawings.</summary>
        [Tool(Name = "list_drawings", ReadOnly = true, Capabilities = ["read uploads/*.svg"])]
        public static List<Drawing> ListDrawings(ToolContext context, int max = 20)
        {
            var pattern = new FilePattern(new FilePatternPart("uploads/", false), new FilePatternPart("*.svg", true));
            return context.Files.Find(pattern).Take(max).Select(file => Measure(file, context.Files.OpenRead(file.FullPath))).ToList();
        }

        private static Drawing Measure(ToolFile file, Stream stream)
        {
            using (stream)
            {
                var svg = new XmlDocument { XmlResolver = new XmlUrlResolver() };
                svg.Load(stream);
                var root = svg.DocumentElement!;
                return new Drawing(file.Name, root.GetAttribute("width"), root.GetAttribute("height"), root["title"]?.InnerText);
            }
        }
    }
}

namespace Fixed
{
    public sealed record Drawing(string Name, string? Width, string? Height, string? Title);

    public static class DrawingTools
    {
        /// <summary>The sizes and titles of the uploaded drawings.</summary>
        [Tool(Name = "list_drawings", ReadOnly = true, Capabilities = ["read uploads/*.svg"])]
        public static List<Drawing> ListDrawings(ToolContext context, int max = 20)
        {
            var pattern = new FilePattern(new FilePatternPart("uploads/", false), new FilePatternPart("*.svg", true));
            return context.Files.Find(pattern).Take(int.Clamp(max, 1, 100)).Select(file => Measure(file, context.Files.OpenRead(file.FullPath))).ToList();
        }

        private static Drawing Measure(ToolFile file, Stream stream)
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CloseInput = true, MaxCharactersInDocument = 4_000_000 };
            using var reader = XmlReader.Create(stream, settings);
            var svg = new XmlDocument();
            svg.Load(reader);
            var root = svg.DocumentElement!;
            return new Drawing(file.Name, root.GetAttribute("width"), root.GetAttribute("height"), root["title"]?.InnerText);
        }
    }
}
