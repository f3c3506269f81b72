// Applies a static function to a value; class and function are free within System, so more than mathematics can be reached.
using System;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class FunctionTools
    {
        [McpServerTool(Name = "apply_function"), Description("Applies a function to an argument, for example Math and Sqrt.")]
        public static string? Apply(string @class, string function, string argument)
        {
            var type = Type.GetType("System." + @class) ?? throw new McpException("There is no such class.");
            var method = type.GetMethods().FirstOrDefault(m => m.IsStatic && m.Name == function && m.GetParameters().Length == 1)
                ?? throw new McpException("There is no such function.");

            var parameter = method.GetParameters()[0].ParameterType;
            var value = Convert.ChangeType(argument, parameter, CultureInfo.InvariantCulture);
            return Convert.ToString(method.Invoke(null, [value]), CultureInfo.InvariantCulture);
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class FunctionTools
    {
        [McpServerTool(Name = "apply_function"), Description("Applies sqrt, sin, cos, tan, log, exp or abs to a number.")]
        public static double Apply(string function, double argument)
        {
            Func<double, double> work = function switch
            {
                "sqrt" => Math.Sqrt,
                "sin" => Math.Sin,
                "cos" => Math.Cos,
                "tan" => Math.Tan,
                "log" => Math.Log,
                "exp" => Math.Exp,
                "abs" => Math.Abs,
                _ => throw new McpException("There is no such function."),
            };
            return work(argument);
        }
    }
}
