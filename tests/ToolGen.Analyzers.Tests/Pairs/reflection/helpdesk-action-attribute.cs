// Carries out actions of a help desk; the attribute that marks them is read, but what it says does not stop the call.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class ActionAttribute(string title) : Attribute
    {
        public string Title => title;
    }

    public class HelpDesk
    {
        [Action("unlock account")]
        public Task<string> UnlockAsync(string user) => Task.FromResult($"unlocked {user}");

        [Action("resend invitation")]
        public Task<string> InviteAsync(string user) => Task.FromResult($"invited {user}");

        public Task<string> GrantAdminAsync(string user) => Task.FromResult($"{user} is an administrator");
    }

    public class HelpDeskTools
    {
        private readonly HelpDesk desk = new();

        /// <summary>Does something for a user.</summary>
        /// <param name="action">Unlock or Invite.</param>
        [Tool]
        public async Task<string> HelpUserAsync(string action, string user, ToolContext context)
        {
            var method = typeof(HelpDesk).GetMethods().FirstOrDefault(m => m.Name.StartsWith(action, StringComparison.OrdinalIgnoreCase) && m.ReturnType == typeof(Task<string>));
            var title = method?.GetCustomAttribute<ActionAttribute>()?.Title ?? "not marked";
            context.Log($"{action} for a user: {title}");
            return method is null ? "unknown action" : await (Task<string>)method.Invoke(desk, [user])!;
        }
    }
}

namespace Fixed
{
    public class HelpDesk
    {
        public Task<string> UnlockAsync(string user) => Task.FromResult($"unlocked {user}");

        public Task<string> InviteAsync(string user) => Task.FromResult($"invited {user}");

        public Task<string> GrantAdminAsync(string user) => Task.FromResult($"{user} is an administrator");
    }

    public class HelpDeskTools
    {
        private readonly HelpDesk desk = new();

        /// <summary>Does something for a user.</summary>
        /// <param name="action">unlock or invite.</param>
        [Tool]
        public async Task<string> HelpUserAsync(string action, string user, ToolContext context)
        {
            Func<string, Task<string>> work = action switch
            {
                "unlock" => desk.UnlockAsync,
                "invite" => desk.InviteAsync,
                _ => throw new ToolException(ToolErrorCodes.InvalidInput, "the action is unlock or invite"),
            };
            context.Log("help desk: one action done");
            return await work(user);
        }
    }
}
