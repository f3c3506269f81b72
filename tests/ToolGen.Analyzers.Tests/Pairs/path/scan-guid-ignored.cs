// Returns a part of a scanned page; the id is tried as a Guid, but the answer of TryParse is not used.
using System;
using System.ComponentModel;
using System.IO;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class Scans
    {
        public static AITool[] Tools =>
        [
            AIFunctionFactory.Create(ReadPart, new AIFunctionFactoryOptions { Name = "scan_part", Description = "Returns a part of a scan, base64." }),
        ];

        public static string ReadPart(string scan, long offset, int count)
        {
            Guid.TryParse(scan, out var id);
            using var handle = File.OpenHandle(Path.Combine("scans", scan));
            var buffer = new byte[Math.Clamp(count, 1, 65_536)];
            var read = RandomAccess.Read(handle, buffer, Math.Max(offset, 0));
            return id + ":" + Convert.ToBase64String(buffer, 0, read);
        }
    }
}

namespace Fixed
{
    public static class Scans
    {
        public static AITool[] Tools =>
        [
            AIFunctionFactory.Create(ReadPart, new AIFunctionFactoryOptions { Name = "scan_part", Description = "Returns a part of a scan, base64." }),
        ];

        public static string ReadPart(string scan, long offset, int count)
        {
            if (!Guid.TryParse(scan, out var id)) throw new ArgumentException("A scan is named by its id.", nameof(scan));
            using var handle = File.OpenHandle(Path.Combine("scans", id.ToString("D")));
            var buffer = new byte[Math.Clamp(count, 1, 65_536)];
            var read = RandomAccess.Read(handle, buffer, Math.Max(offset, 0));
            return id + ":" + Convert.ToBase64String(buffer, 0, read);
        }
    }
}
