// Submits a file of measurements; the whole file goes to an address that must only end with the institute's name.
using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class MeasurementTools
    {
        /// <summary>Submits a file of measurements to the institute.</summary>
        [Tool(Capabilities = ["read lab/*", "http POST https://*"])]
        public static async Task<int> SubmitMeasurementsAsync(string file, string institute, ToolContext context, CancellationToken ct)
        {
            if (!new Uri(institute).Host.EndsWith("institute.example.org", StringComparison.Ordinal))
                throw new ToolException(ToolErrorCodes.InvalidInput, "that is not the institute");
            using var reader = new StreamReader(context.Files.OpenRead("lab/" + file));
            var content = await reader.ReadToEndAsync(ct);
            var answer = await context.Http.SendAsync(new ToolHttpRequest("POST", institute) { Body = Encoding.UTF8.GetBytes(content), ContentType = "text/csv" }, ct);
            return answer.Status;
        }
    }
}

namespace Fixed
{
    public static class MeasurementTools
    {
        /// <summary>Submits the values of a day's measurements to the institute.</summary>
        [Tool(Capabilities = ["read lab/measurements/*", "http POST https://institute.example.org/measurements"])]
        public static async Task<int> SubmitMeasurementsAsync(DateOnly day, ToolContext context, CancellationToken ct)
        {
            var values = new List<double>();
            using var reader = new StreamReader(context.Files.OpenRead($"lab/measurements/{day:yyyy-MM-dd}.csv"));
            while (await reader.ReadLineAsync(ct) is { } line)
                if (double.TryParse(line.Split(',')[^1], System.Globalization.CultureInfo.InvariantCulture, out var value)) values.Add(value);

            var request = new ToolHttpRequest("POST", "https://institute.example.org/measurements")
            {
                Body = JsonSerializer.SerializeToUtf8Bytes(new { day, values }),
                ContentType = "application/json",
            };
            return (await context.Http.SendAsync(request, ct)).Status;
        }
    }
}
