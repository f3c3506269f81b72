// Validates the settings of an extension; the assembly and the class of the settings come with the request.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Linq;
using System.Reflection;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Newtonsoft.Json.Linq;

namespace Vulnerable
{
    public sealed record SettingsRequest(string Assembly, string Class, JObject Values);

    [McpServerToolType]
    public static class ExtensionTools
    {
        [McpServerTool(Name = "validate_settings"), Description("Validates the settings of an extension, given as JSON with assembly, class and values.")]
        public static List<string> ValidateSettings(string request)
        {
            var (assembly, name, values) = JObject.Parse(request).ToObject<SettingsRequest>()!;
            var type = Assembly.Load(assembly).GetType(name, throwOnError: true)!;
            var settings = values.ToObject(type)!;
            var problems = new List<ValidationResult>();
            Validator.TryValidateObject(settings, new ValidationContext(settings), problems, validateAllProperties: true);
            return problems.ConvertAll(problem => problem.ErrorMessage ?? "invalid");
        }
    }
}

namespace Fixed
{
    public sealed class MailSettings
    {
        [Required] public string? Sender { get; set; }

        [System.ComponentModel.DataAnnotations.Range(1, 65535)] public int Port { get; set; }
    }

    public sealed class BackupSettings
    {
        [Required, StringLength(40)] public string? Schedule { get; set; }
    }

    public sealed record SettingsRequest(string Extension, JObject Values);

    [McpServerToolType]
    public static class ExtensionTools
    {
        [McpServerTool(Name = "validate_settings"), Description("Validates the settings of an extension, given as JSON with extension (mail, backup) and values.")]
        public static List<string> ValidateSettings(string request)
        {
            var (extension, values) = JObject.Parse(request).ToObject<SettingsRequest>()!;
            object settings = extension switch
            {
                "mail" => values.ToObject<MailSettings>()!,
                "backup" => values.ToObject<BackupSettings>()!,
                _ => throw new McpException("unknown extension"),
            };
            var problems = new List<ValidationResult>();
            Validator.TryValidateObject(settings, new ValidationContext(settings), problems, validateAllProperties: true);
            return problems.ConvertAll(problem => problem.ErrorMessage ?? "invalid");
        }
    }
}
