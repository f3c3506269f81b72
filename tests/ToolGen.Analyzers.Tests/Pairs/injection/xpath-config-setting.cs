// Reads a value of the program's configuration; the model gives the whole expression, so that passwords in it can be read too.
using System;
using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class ConfigReader
    {
        private readonly XElement config = XElement.Load("app.config");

        public static AIFunction AsFunction()
        {
            var reader = new ConfigReader();
            return AIFunctionFactory.Create(reader.Read, "read_setting", "Reads a display setting: theme, language or page size.");
        }

        private string Read(string setting)
        {
            object result = this.config.XPathEvaluate($"string(display/{setting.Trim('/')})");
            return result as string ?? "";
        }
    }
}

namespace Fixed
{
    public sealed class ConfigReader
    {
        private readonly XElement config = XElement.Load("app.config");

        public static AIFunction AsFunction()
        {
            var reader = new ConfigReader();
            return AIFunctionFactory.Create(reader.Read, "read_setting", "Reads a display setting: theme, language or page size.");
        }

        private string Read(string setting)
        {
            string expression = setting switch
            {
                "theme" => "string(display/theme)",
                "language" => "string(display/language)",
                "page size" or "pageSize" => "string(display/page/@size)",
                _ => throw new ArgumentOutOfRangeException(nameof(setting), "theme, language or page size"),
            };
            return this.config.XPathEvaluate(expression) as string ?? "";
        }
    }
}
