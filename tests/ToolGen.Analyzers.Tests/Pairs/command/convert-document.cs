// Converts a document with LibreOffice; the format is parsed, but what the parsing says is not asked and the text is used.
using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public enum DocumentFormat
    {
        Pdf,
        Odt,
        Docx,
    }

    public sealed class OfficePlugin(string documents)
    {
        [KernelFunction("convert_document"), Description("Converts a document to pdf, odt or docx.")]
        public async Task<string> ConvertAsync(Guid document, string format)
        {
            Enum.TryParse<DocumentFormat>(format, ignoreCase: true, out var parsed);
            Console.Error.WriteLine($"converting {document} to {parsed}");

            var source = Path.Combine(documents, document.ToString("N"));
            var psi = new ProcessStartInfo("soffice")
            {
                Arguments = $"--headless --convert-to {format.ToLowerInvariant()} --outdir \"{documents}\" \"{source}\"",
            };
            using var office = Process.Start(psi)!;
            await office.WaitForExitAsync();
            return $"{document:N}.{format}";
        }
    }
}

namespace Fixed
{
    public enum DocumentFormat
    {
        Pdf,
        Odt,
        Docx,
    }

    public sealed class OfficePlugin(string documents)
    {
        [KernelFunction("convert_document"), Description("Converts a document to pdf, odt or docx.")]
        public async Task<string> ConvertAsync(Guid document, string format)
        {
            if (!Enum.TryParse<DocumentFormat>(format, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed)) return "The format is pdf, odt or docx.";
            var extension = parsed.ToString().ToLowerInvariant();

            var source = Path.Combine(documents, document.ToString("N"));
            if (!File.Exists(source)) return "There is no such document.";

            using var office = Process.Start("soffice", ["--headless", "--convert-to", extension, "--outdir", documents, source]);
            await office.WaitForExitAsync();
            return $"{document:N}.{extension}";
        }
    }
}
