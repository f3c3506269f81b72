// Exports a report with an exporter that is found by the name of its type; any type of the process can be made so.
using System;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface IExporter
    {
        string Export(double[] values);
    }

    public sealed class CsvExporter : IExporter
    {
        public string Export(double[] values) => string.Join(";", values.Select(v => v.ToString(CultureInfo.InvariantCulture)));
    }

    public sealed class JsonExporter : IExporter
    {
        public string Export(double[] values) => JsonSerializer.Serialize(values);
    }

    public sealed class ReportPlugin
    {
        [KernelFunction("export_report"), Description("Exports values with an exporter such as CsvExporter.")]
        public string Export(string exporter, double[] values, string? argument = null)
        {
            var type = Type.GetType(exporter.Contains('.') ? exporter : $"{typeof(ReportPlugin).Namespace}.{exporter}", throwOnError: true)!;
            var instance = argument is null ? Activator.CreateInstance(type) : Activator.CreateInstance(type, argument);
            return instance is IExporter e ? e.Export(values) : "This is no exporter.";
        }
    }
}

namespace Fixed
{
    public interface IExporter
    {
        string Export(double[] values);
    }

    public sealed class CsvExporter : IExporter
    {
        public string Export(double[] values) => string.Join(";", values.Select(v => v.ToString(CultureInfo.InvariantCulture)));
    }

    public sealed class JsonExporter : IExporter
    {
        public string Export(double[] values) => JsonSerializer.Serialize(values);
    }

    public sealed class ReportPlugin
    {
        [KernelFunction("export_report"), Description("Exports values as csv or json.")]
        public string Export(string format, double[] values)
        {
            IExporter? exporter = format.ToLowerInvariant() switch
            {
                "csv" => new CsvExporter(),
                "json" => new JsonExporter(),
                _ => null,
            };
            return exporter?.Export(values) ?? "The format is csv or json.";
        }
    }
}
