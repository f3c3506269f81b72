// Unpacks readings of sensors from a tar given as bytes; a local function joins folder and entry's name.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Formats.Tar;
using System.IO;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class SensorImport
    {
        public static AIFunction Create(string folder) =>
            AIFunctionFactory.Create((byte[] archive) => Unpack(archive, folder), "import_readings", "Imports readings from a tar archive.");

        private static List<string> Unpack(byte[] archive, string folder)
        {
            var written = new List<string>();
            using var reader = new TarReader(new MemoryStream(archive));
            for (var entry = reader.GetNextEntry(); entry is not null; entry = reader.GetNextEntry())
                if (entry.DataStream is { } data) Write(entry.Name, data);
            return written;

            void Write(string name, Stream data)
            {
                var path = Path.Join(folder, name.TrimStart('/'));
                using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
                data.CopyTo(file);
                written.Add(name);
            }
        }
    }
}

namespace Fixed
{
    public static class SensorImport
    {
        public static AIFunction Create(string folder) =>
            AIFunctionFactory.Create((byte[] archive) => Unpack(archive, folder), "import_readings", "Imports readings from a tar archive.");

        private static List<string> Unpack(byte[] archive, string folder)
        {
            var written = new List<string>();
            using var reader = new TarReader(new MemoryStream(archive));
            for (var entry = reader.GetNextEntry(); entry is not null; entry = reader.GetNextEntry())
                if (entry is { EntryType: TarEntryType.RegularFile or TarEntryType.V7RegularFile, DataStream: { } data }) Write(data);
            return written;

            void Write(Stream data)
            {
                var name = $"reading-{written.Count:D5}.bin";
                using var file = new FileStream(Path.Join(folder, name), FileMode.CreateNew, FileAccess.Write);
                data.CopyTo(file);
                written.Add(name);
            }
        }
    }
}
