// Asks a service of the application for its state; type and member come with the call, and the container holds everything.
using System;
using System.ComponentModel;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface IHealth
    {
        string Status();
    }

    public sealed class HealthPlugin
    {
        [KernelFunction("service_state"), Description("State of a service of the application.")]
        public static async Task<string> StateAsync(Kernel kernel, [Description("Type of the service")] string service, string member = "Status")
        {
            var type = Type.GetType(service, throwOnError: false, ignoreCase: true);
            if (type is null || kernel.Services.GetService(type) is not { } instance) return "There is no such service.";

            var result = type.GetMethod(member, Type.EmptyTypes)?.Invoke(instance, null)
                ?? type.GetProperty(member)?.GetValue(instance);
            if (result is Task task)
            {
                await task;
                result = ((dynamic)task).Result;
            }

            return $"{result}";
        }
    }
}

namespace Fixed
{
    public interface IHealth
    {
        string Status();
    }

    public enum Part
    {
        Mail,
        Search,
        Payments,
    }

    public sealed class HealthPlugin
    {
        [KernelFunction("service_state"), Description("State of a part of the application.")]
        public static string State(Kernel kernel, [Description("The part")] Part part)
        {
            var key = part switch
            {
                Part.Mail => "mail",
                Part.Search => "search",
                Part.Payments => "payments",
                _ => throw new KernelException("There is no such part."),
            };
            return kernel.Services.GetRequiredKeyedService<IHealth>(key).Status();
        }
    }
}
