// Sends a message over a channel whose class is looked up in all assemblies and made with the services of the host.
using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Vulnerable
{
    public interface IChannel
    {
        Task SendAsync(string message);
    }

    public sealed class Notifications(IServiceProvider services)
    {
        public AITool AsTool() => AIFunctionFactory.Create(NotifyAsync, "notify");

        public async Task<string> NotifyAsync(string channel, string message)
        {
            var type = AppDomain.CurrentDomain.GetAssemblies()
                .SelectMany(a => a.GetTypes())
                .FirstOrDefault(t => t.Name.Equals(channel, StringComparison.OrdinalIgnoreCase) || t.Name.Equals(channel + "Channel", StringComparison.OrdinalIgnoreCase));
            if (type is null) return "There is no such channel.";

            var instance = ActivatorUtilities.CreateInstance(services, type);
            if (instance is not IChannel made) return "This is no channel.";
            await made.SendAsync(message);
            return "sent";
        }
    }
}

namespace Fixed
{
    public interface IChannel
    {
        Task SendAsync(string message);
    }

    public sealed class MailChannel : IChannel
    {
        public Task SendAsync(string message) => Console.Out.WriteLineAsync("mail to the team");
    }

    public sealed class ChatChannel : IChannel
    {
        public Task SendAsync(string message) => Console.Out.WriteLineAsync("chat to the team");
    }

    public sealed class Notifications(IServiceProvider services)
    {
        public static void Register(IServiceCollection services) => services
            .AddKeyedSingleton<IChannel, MailChannel>("mail")
            .AddKeyedSingleton<IChannel, ChatChannel>("chat");

        public AITool AsTool() => AIFunctionFactory.Create(NotifyAsync, "notify");

        public async Task<string> NotifyAsync(string channel, string message)
        {
            var key = channel.ToLowerInvariant();
            if (key is not ("mail" or "chat")) return "The channel is mail or chat.";

            await services.GetRequiredKeyedService<IChannel>(key).SendAsync(message);
            return "sent";
        }
    }
}
