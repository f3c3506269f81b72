// Unpacks a gzip payload of a device and reads its JSON lines; what the payload grows to is not limited.
using System;
using System.ComponentModel;
using System.IO;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class TelemetryPlugin
    {
        [KernelFunction("average_temperature"), Description("Average temperature of a gzip-packed (base64) list of readings, one JSON object a line.")]
        public async Task<double> AverageAsync(string payload, CancellationToken cancellationToken = default)
        {
            await using var packed = new GZipStream(new MemoryStream(Convert.FromBase64String(payload)), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            await packed.CopyToAsync(plain, cancellationToken);

            double sum = 0;
            var count = 0;
            foreach (var line in Encoding.UTF8.GetString(plain.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                using var reading = JsonDocument.Parse(line);
                sum += reading.RootElement.GetProperty("t").GetDouble();
                count++;
            }

            return count == 0 ? 0 : sum / count;
        }
    }
}

namespace Fixed
{
    public class TelemetryPlugin
    {
        private const int MaxPlain = 2 * 1024 * 1024;

        [KernelFunction("average_temperature"), Description("Average temperature of a gzip-packed (base64) list of readings, one JSON object a line.")]
        public async Task<double> AverageAsync(string payload, CancellationToken cancellationToken = default)
        {
            if (payload.Length > 1_000_000) throw new ArgumentException("payload is longer than 1,000,000 characters");
            await using var packed = new GZipStream(new MemoryStream(Convert.FromBase64String(payload)), CompressionMode.Decompress);
            var plain = new byte[MaxPlain + 1];
            var length = await packed.ReadAtLeastAsync(plain, plain.Length, throwOnEndOfStream: false, cancellationToken);
            if (length > MaxPlain) throw new InvalidDataException("the readings are larger than 2 MiB");

            double sum = 0;
            var count = 0;
            foreach (var line in Encoding.UTF8.GetString(plain, 0, length).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                using var reading = JsonDocument.Parse(line);
                sum += reading.RootElement.GetProperty("t").GetDouble();
                count++;
            }

            return count == 0 ? 0 : sum / count;
        }
    }
}
