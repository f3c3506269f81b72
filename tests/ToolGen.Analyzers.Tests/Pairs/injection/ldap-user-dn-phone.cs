// Changes a person's phone number in the directory; the user id is pasted into the DN, so that it can name an entry in another branch.
using System.ComponentModel;
using System.DirectoryServices.Protocols;
using System.Text.RegularExpressions;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public class PhoneTools(LdapConnection ldap)
    {
        private const string People = "ou=people,dc=example,dc=com";

        [McpServerTool(Name = "set_phone"), Description("Sets the phone number of a user.")]
        public string SetPhone(string userId, string phone)
        {
            if (userId.Contains('*')) throw new McpException("Wildcards are not allowed.");
            var dn = "uid=" + userId + "," + People;
            var request = new ModifyRequest(dn, DirectoryAttributeOperation.Replace, "telephoneNumber", phone);
            var response = ldap.SendRequest(request);
            return response.ResultCode == ResultCode.Success ? "updated" : "failed: " + response.ResultCode;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public class PhoneTools(LdapConnection ldap)
    {
        private const string People = "ou=people,dc=example,dc=com";

        private static readonly Regex UserId = new(@"\A[a-z][a-z0-9]{1,19}\z", RegexOptions.CultureInvariant);

        [McpServerTool(Name = "set_phone"), Description("Sets the phone number of a user.")]
        public string SetPhone(string userId, string phone)
        {
            if (!UserId.IsMatch(userId)) throw new McpException("A user id is 2 to 20 lower-case letters and digits.");
            var dn = "uid=" + userId + "," + People;
            var request = new ModifyRequest(dn, DirectoryAttributeOperation.Replace, "telephoneNumber", phone);
            var response = ldap.SendRequest(request);
            return response.ResultCode == ResultCode.Success ? "updated" : "failed: " + response.ResultCode;
        }
    }
}
