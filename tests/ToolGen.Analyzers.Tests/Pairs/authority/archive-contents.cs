// Lists what an archive holds; it is opened from the disk of the machine in a switch over places.
using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    public enum Place { Incoming, Done }

    public static class ArchiveTools
    {
        /// <summary>Names and sizes in an archive.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public static Dictionary<string, long> ArchiveContents(Place place, int number)
        {
            using var archive = ZipFile.OpenRead(place switch
            {
                Place.Incoming => $"/srv/archives/incoming/{number}.zip",
                Place.Done => $"/srv/archives/done/{number}.zip",
                _ => throw new ToolException(ToolErrorCodes.InvalidInput, "there is no such place"),
            });
            return archive.Entries.Take(1000).GroupBy(entry => entry.FullName).ToDictionary(same => same.Key, same => same.First().Length);
        }
    }
}

namespace Fixed
{
    public enum Place { Incoming, Done }

    public static class ArchiveTools
    {
        /// <summary>Names and sizes in an archive.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["read archives/incoming/*", "read archives/done/*"])]
        public static Dictionary<string, long> ArchiveContents(Place place, int number, ToolContext context)
        {
            using var archive = new ZipArchive(context.Files.OpenRead(place switch
            {
                Place.Incoming => $"archives/incoming/{number}.zip",
                Place.Done => $"archives/done/{number}.zip",
                _ => throw new ToolException(ToolErrorCodes.InvalidInput, "there is no such place"),
            }));
            return archive.Entries.Take(1000).GroupBy(entry => entry.FullName).ToDictionary(same => same.Key, same => same.First().Length);
        }
    }
}
