// Looks up a phone number in the company directory; the bind password of the service account is a literal argument.
using System.ComponentModel;
using System.DirectoryServices.Protocols;
using System.Net;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class PhoneBookPlugin
    {
        private LdapConnection Connect()
        {
            var connection = new LdapConnection(new LdapDirectoryIdentifier("ldap.example.com", 636)) { AuthType = AuthType.Basic };
            connection.SessionOptions.SecureSocketLayer = true;
            connection.Bind(new NetworkCredential("cn=phonebook,ou=services,dc=example,dc=com", "s3rv1ce+Telefon.2021"));
            return connection;
        }

        [KernelFunction, Description("Gets a person's phone number by personnel number.")]
        public string PhoneOf(int personnelNumber)
        {
            using var connection = this.Connect();
            var request = new SearchRequest("ou=people,dc=example,dc=com", $"(employeeNumber={personnelNumber})", SearchScope.OneLevel, "telephoneNumber");
            var response = (SearchResponse)connection.SendRequest(request);
            return response.Entries.Count == 1 ? response.Entries[0].Attributes["telephoneNumber"][0].ToString()! : "unknown";
        }
    }
}

namespace Fixed
{
    public interface ICredentialSource
    {
        NetworkCredential Get(string account);
    }

    public class PhoneBookPlugin(ICredentialSource credentials)
    {
        private const string ServiceAccount = "cn=phonebook,ou=services,dc=example,dc=com";
        private const string UserPasswordAttribute = "userPassword";

        private LdapConnection Connect()
        {
            var connection = new LdapConnection(new LdapDirectoryIdentifier("ldap.example.com", 636)) { AuthType = AuthType.Basic };
            connection.SessionOptions.SecureSocketLayer = true;
            connection.Bind(credentials.Get(ServiceAccount));
            return connection;
        }

        [KernelFunction, Description("Gets a person's phone number by personnel number.")]
        public string PhoneOf(int personnelNumber)
        {
            using var connection = this.Connect();
            var request = new SearchRequest("ou=people,dc=example,dc=com", $"(&(employeeNumber={personnelNumber})({UserPasswordAttribute}=*))", SearchScope.OneLevel, "telephoneNumber");
            var response = (SearchResponse)connection.SendRequest(request);
            return response.Entries.Count == 1 ? response.Entries[0].Attributes["telephoneNumber"][0].ToString()! : "unknown";
        }
    }
}
