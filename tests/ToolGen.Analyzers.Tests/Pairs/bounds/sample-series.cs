// Samples a sine wave; the request says its ranges in attributes, but no one validates it before the list is filled.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record WaveRequest
    {
        [Range(1, 10_000)] public int Samples { get; init; } = 100;
        [Range(0.1, 20_000)] public double Frequency { get; init; } = 440;
    }

    [McpServerToolType]
    public static class WaveTools
    {
        [McpServerTool(Name = "sample_wave"), Description("Samples of a sine wave over one second.")]
        public static IReadOnlyList<double> Sample(WaveRequest request)
        {
            var values = new List<double>(request.Samples);
            for (var i = 0; i < request.Samples; i++)
            {
                values.Add(Math.Sin(2 * Math.PI * request.Frequency * i / request.Samples));
            }

            return values;
        }
    }
}

namespace Fixed
{
    public sealed record WaveRequest
    {
        [Range(1, 10_000)] public int Samples { get; init; } = 100;
        [Range(0.1, 20_000)] public double Frequency { get; init; } = 440;
    }

    [McpServerToolType]
    public static class WaveTools
    {
        [McpServerTool(Name = "sample_wave"), Description("Samples of a sine wave over one second.")]
        public static IReadOnlyList<double> Sample(WaveRequest request)
        {
            Validator.ValidateObject(request, new ValidationContext(request), validateAllProperties: true);

            var values = new List<double>(request.Samples);
            for (var i = 0; i < request.Samples; i++)
            {
                values.Add(Math.Sin(2 * Math.PI * request.Frequency * i / request.Samples));
            }

            return values;
        }
    }
}
