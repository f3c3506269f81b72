// Invites people by mail; the long pattern for addresses backtracks exponentially on a local part without an at sign.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Net.Mail;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface IInvitations { Task SendAsync(string address); }

    public class InvitePlugin(IInvitations invitations)
    {
        private const string Address = @"^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$";

        [KernelFunction("invite"), Description("Invites people to the team and returns the addresses that are none.")]
        public async Task<List<string>> InviteAsync(List<string> addresses)
        {
            var wrong = addresses.Where(a => !Regex.IsMatch(a, Address)).ToList();
            foreach (var address in addresses.Except(wrong)) await invitations.SendAsync(address);
            return wrong;
        }
    }
}

namespace Fixed
{
    public interface IInvitations { Task SendAsync(string address); }

    public class InvitePlugin(IInvitations invitations)
    {
        private const string OwnDomain = "example.com";

        [KernelFunction("invite"), Description("Invites people to the team and returns the addresses that are none.")]
        public async Task<List<string>> InviteAsync(List<string> addresses)
        {
            var wrong = new List<string>();
            foreach (var address in addresses.Distinct().Take(25))
            {
                if (address.Length <= 254 && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address && parsed.Host == OwnDomain)
                    await invitations.SendAsync(parsed.Address);
                else
                    wrong.Add(address);
            }

            return wrong;
        }
    }
}
